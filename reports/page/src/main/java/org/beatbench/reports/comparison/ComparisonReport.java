package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.InputLadder;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Gallery;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.reports.sections.DisclosedBeats;
import org.beatbench.reports.sections.basis.AuditSection;
import org.beatbench.reports.sections.basis.DataSection;
import org.beatbench.reports.sections.basis.EnvironmentSection;
import org.beatbench.reports.sections.basis.FailureSection;
import org.beatbench.reports.sections.basis.SettingsSection;
import org.beatbench.reports.sections.basis.SupportSection;
import org.beatbench.reports.sections.behaviour.DistanceSection;
import org.beatbench.reports.sections.behaviour.ErrorSection;
import org.beatbench.reports.sections.behaviour.LearningSection;
import org.beatbench.reports.sections.behaviour.RobustnessSection;
import org.beatbench.reports.sections.behaviour.SaliencySection;
import org.beatbench.reports.sections.differences.DifferenceSection;
import org.beatbench.reports.sections.differences.SubjectSection;
import org.beatbench.reports.sections.scores.AamiSection;
import org.beatbench.reports.sections.scores.Figures;
import org.beatbench.reports.sections.scores.InputSection;
import org.beatbench.reports.sections.scores.LadderSection;
import org.beatbench.reports.sections.scores.OneVsRestSection;
import org.beatbench.reports.sections.scores.ReliabilitySection;
import org.beatbench.reports.sections.scores.Tables;
import org.beatbench.results.Plan;

/** The report of a comparison, from the answer to the particulars. */
public final class ComparisonReport {

    /** Beyond this many confusion matrices only those of the strictest protocol are shown. */
    private static final int MOST_MATRICES = 32;

    private final Comparison comparison;
    private final Optional<DisclosedBeats> shown;
    private final Tables tables;
    private final Figures figures;

    private ComparisonReport(Comparison comparison, Optional<DisclosedBeats> shown) {
        this.comparison = comparison;
        this.shown = shown;
        this.tables = new Tables(comparison);
        this.figures = new Figures(comparison);
    }

    /** Everything that is to be said of a comparison as it stands, by what its trials stored. */
    public static Report of(Comparison comparison) {
        return of(comparison, Optional.empty());
    }

    /**
     * The same, with what the data set is like.
     *
     * @param shown the beats that the plan is about, and how much of them is shown; empty if they are not at hand
     */
    public static Report of(Comparison comparison, Optional<DisclosedBeats> shown) {
        Plan plan = comparison.plan();
        String competitors = InputLadder.of(comparison)
                .map(ladder -> Phrases.counted(ladder.classifiers().size(), "classifier", "classifiers") + " in "
                        + Phrases.counted(ladder.forms().size(), "form", "forms"))
                .orElseGet(() -> Phrases.counted(comparison.competitors().size(), "classifier", "classifiers"));
        String subtitle = competitors + " on "
                + plan.dataset().name() + (plan.dataset().synthetic() ? " (synthetic)" : "") + ", "
                + Phrases.counted(comparison.planned().size(), "protocol", "protocols") + ". "
                + "Not a medical device.";
        return new Report(plan.title(), subtitle, new ComparisonReport(comparison, shown).sections());
    }

    /**
     * One row per classifier and two columns per protocol, for pages of text.
     *
     * @throws IllegalArgumentException if no classifier has completed a protocol
     */
    public static Table summary(Comparison comparison) {
        if (comparison.protocols().isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is complete in " + comparison.plan().experiment());
        }
        return new Tables(comparison).summary();
    }

    private List<Section> sections() {
        VerdictSection verdict = new VerdictSection(comparison);
        List<Section> sections = new ArrayList<>(List.of(verdict.section()));
        if (!comparison.protocols().isEmpty()) {
            sections.addAll(new FirstStorey(comparison).sections());
            InputSection.of(comparison).ifPresent(sections::add);
        }
        sections.add(verdict.basis().asParticulars());
        particulars().forEach(section -> sections.add(section.asParticulars()));
        sections.add(Glossary.section(comparison));
        return sections;
    }

    private List<Section> particulars() {
        List<Section> sections = new ArrayList<>();
        List<Protocol> protocols = new ArrayList<>(comparison.protocols());
        if (!protocols.isEmpty()) {
            Protocol strictest = protocols.get(protocols.size() - 1);
            Protocol loosest = protocols.get(0);
            Collections.reverse(protocols);
            sections.add(new Section(
                    "scores",
                    "All scores",
                    List.of(ProtocolChoice.of(
                            protocols,
                            protocol -> List.of(
                                    tables.ranked(protocol, loosest),
                                    tables.classes(protocol),
                                    tables.qualities(protocol),
                                    protocol.leaks()
                                            ? Prose.warning(protocol.explanation())
                                            : Prose.normal(protocol.explanation()))))));
            sections.add(ModelCards.section(comparison, strictest));
            sections.add(new LadderSection(comparison).section());
            if (comparison.ranking(strictest).stream().anyMatch(Score::hasCosts)) {
                sections.add(new Section("costs", "All costs", List.of(tables.costs(strictest))));
            }
            sections.add(new DifferenceSection(comparison).section());
            sections.add(new SubjectSection(comparison).section());
            sections.add(new SupportSection(comparison).section());
            sections.add(confusions(protocols));
            new AamiSection(comparison).section().ifPresent(sections::add);
            sections.add(new OneVsRestSection(comparison).section());
            sections.add(new ReliabilitySection(comparison).section());
            new RobustnessSection(comparison).section().ifPresent(sections::add);
            new SaliencySection(comparison, shown).section().ifPresent(sections::add);
            new DistanceSection(comparison).section().ifPresent(sections::add);
            sections.add(shown.filter(DisclosedBeats::singleBeats)
                    .map(data -> new ErrorSection(comparison, data.beats()).section())
                    .orElseGet(() -> ErrorSection.withoutBeats(shown)));
        }
        new LearningSection(comparison).section().ifPresent(sections::add);
        sections.add(new AuditSection(comparison).section());
        sections.add(new FailureSection(comparison).section());
        sections.add(new DataSection(comparison, shown).section());
        sections.add(MethodSection.section());
        sections.add(new SettingsSection(comparison).section());
        sections.add(new EnvironmentSection(comparison).section());
        return sections;
    }

    private Section confusions(List<Protocol> protocols) {
        int matrices = protocols.stream()
                .mapToInt(protocol -> comparison.ranking(protocol).size())
                .sum();
        List<Protocol> few = matrices <= MOST_MATRICES ? protocols : protocols.subList(0, 1);
        List<Block> blocks = new ArrayList<>(List.of(ProtocolChoice.of(
                few,
                protocol -> List.of(
                        Prose.normal(Phrases.capital(protocol.phrase()) + "; "
                                + ComparisonPhrases.of(comparison.audit(protocol)) + ":"),
                        new Gallery(comparison.ranking(protocol).stream()
                                .map(figures::confusion)
                                .toList())))));
        if (few.size() < protocols.size()) {
            blocks.add(Prose.normal(
                    "The matrices under looser protocols follow from results.csv; they are too many to be shown."));
        }
        return new Section("confusions", "What is taken for what", blocks);
    }
}
