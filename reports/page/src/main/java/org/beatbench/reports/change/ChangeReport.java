package org.beatbench.reports.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.beatbench.comparison.change.Change;
import org.beatbench.comparison.change.Changes;
import org.beatbench.comparison.change.Condition;
import org.beatbench.comparison.change.Side;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.protocol.Protocols;
import org.beatbench.reports.Block;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;

/** What differs between two results as a report: the answer first, then protocol by protocol, the strictest first. */
public final class ChangeReport {

    private final Changes changes;
    private final Set<String> measures;

    private ChangeReport(Changes changes, Set<String> measures) {
        this.changes = changes;
        this.measures = measures;
    }

    /**
     * All that is to be said.
     *
     * @param measures ids of what is to be shown in tables
     * @param conditions what was to be watched for
     * @param command that makes it again
     */
    public static Report of(Changes changes, Set<String> measures, List<Condition> conditions, String command) {
        ChangeReport report = new ChangeReport(changes, new LinkedHashSet<>(measures));
        List<Section> sections = new ArrayList<>(List.of(report.verdict(conditions)));
        changes.bases().keySet().forEach(protocol -> report.protocol(protocol).ifPresent(sections::add));
        sections.add(method(command));
        return new Report(
                changes.second().name() + " against " + changes.first().name(),
                "What differs between two results: A, " + changes.first().name() + ", and B, "
                        + changes.second().name() + ". A difference is that of B less that of A.",
                sections);
    }

    private Section verdict(List<Condition> conditions) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Prose.verdict(new ChangeSentence(changes).text()));
        changes.notes().forEach(note -> blocks.add(Prose.warning(Phrases.sentence(note))));
        List<Fact> facts = new ArrayList<>(List.of(side("A", changes.first()), side("B", changes.second())));
        for (Condition condition : conditions) {
            List<Change> broken = condition.broken();
            facts.add(new Fact(
                    "Condition " + condition.text(),
                    broken.isEmpty()
                            ? "does not hold"
                            : "HOLDS for "
                                    + Phrases.listed(broken.stream()
                                            .map(change -> change.classifier() + " "
                                                    + Protocols.of(change.protocol())
                                                            .phrase())
                                            .toList())));
        }
        blocks.add(new Facts(facts));
        return new Section("verdict", "What differs", blocks);
    }

    private static Fact side(String letter, Side side) {
        return new Fact(
                letter,
                side.name() + (side.hasAnswers() ? "" : ", numbers without answers") + "; "
                        + (side.data().isEmpty()
                                ? "its data are not known"
                                : "data with the fingerprint " + String.join(", ", side.data())));
    }

    private Optional<Section> protocol(String protocol) {
        List<Block> blocks = new ArrayList<>();
        ChangeFigures figures = new ChangeFigures(changes, protocol);
        figures.macroF1().ifPresent(blocks::add);
        figures.classes().ifPresent(blocks::add);
        ChangeTable.of(changes, protocol, measures).ifPresent(blocks::add);
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "protocol-" + protocol,
                        Phrases.capital(Protocols.of(protocol).title()),
                        blocks));
    }

    private static Section method(String command) {
        return new Section(
                "method",
                "Method",
                List.of(
                        Prose.normal(
                                "Intervals hold 95 % of 2 000 bootstrap resamples of the difference itself: in each, both"
                                        + " sides are scored on the same subjects where the protocol keeps subjects apart, and on the"
                                        + " same beats otherwise, which says nothing of other people. They are not adjusted for the"
                                        + " number of differences: of twenty that are chance alone, one interval leaves out 0 on"
                                        + " average. What has no interval may be chance: two runs on the same machine differ in time,"
                                        + " and two seeds in everything."),
                        Prose.normal("Every number that both sides have is in changes.csv, unrounded."),
                        Prose.normal("Made again by:"),
                        Prose.command(command)));
    }
}
