package org.beatbench.reports.sections;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Differences;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Mark;

/** Phrases that stand in several places of a report. */
public final class ComparisonPhrases {

    private ComparisonPhrases() {}

    /** A class by its name, marked where its scores under a protocol rest on too few people. */
    public static String className(Comparison comparison, Protocol protocol, int label) {
        return comparison.plan().classNames().get(label) + (comparison.restsOnFew(protocol, label) ? Mark.FEW : "");
    }

    /** What the mark means, with a blank before it, if a class under a protocol bears it. */
    public static String few(Comparison comparison, Protocol protocol) {
        boolean isMarked =
                comparison.scored(protocol).stream().anyMatch(label -> comparison.restsOnFew(protocol, label));
        return isMarked ? " †: rests on fewer than three people in effect." : "";
    }

    /** A protocol by itself, as in a heading: {@code New patients (DS1 → DS2)}. */
    public static String of(Protocol protocol) {
        return Phrases.capital(protocol.title());
    }

    /** What an audit came to, in a few words: {@code audit: FAIL, 76.4 % twins}. */
    public static String of(Optional<ProtocolAudit> audit) {
        return audit.isPresent() ? "audit: " + verdict(audit) : verdict(audit);
    }

    /** What the audits of all protocols came to. */
    public static String audits(Comparison comparison) {
        return String.join(
                "; ",
                comparison.protocols().stream()
                        .map(protocol -> protocol.title() + ": " + verdict(comparison.audit(protocol)))
                        .toList());
    }

    private static String verdict(Optional<ProtocolAudit> audit) {
        return audit.map(some -> some.label() + (some.accepted() ? ", leaks accepted" : ""))
                .orElse("not audited");
    }

    /** What stands behind the numbers of some scores under one protocol: protocol, n, audit, unit of analysis and interval. */
    public static String basis(List<Score> scores) {
        Score first = scores.get(0);
        String beats = Numbers.count(first.beats()) + " test beats"
                + (first.subjects() > 0 ? " of " + Numbers.count(first.subjects()) + " subjects" : "");
        String unit = first.overSubjects() ? "over subjects" : "over beats";
        return Phrases.capital(first.protocol().title()) + ", n = " + beats + ", " + Phrases.seeds(first.seeds())
                + (alike(scores) ? "" : " (some rows with fewer)")
                + ", 95 % intervals " + unit + "; " + ComparisonPhrases.of(first.audit()) + "."
                + (first.protocol().leaks()
                        ? " Repeated rows are treated as independent, so the interval is far too narrow."
                        : "")
                + (first.protocol().unscored().isEmpty()
                        ? ""
                        : " Not scored: beats of class " + String.join(", ", sorted(first.protocol())) + ".")
                + first.sides().sentences().stream()
                        .map(sentence -> " " + sentence)
                        .collect(Collectors.joining());
    }

    private static boolean alike(List<Score> scores) {
        return scores.stream()
                .allMatch(score -> score.seeds().equals(scores.get(0).seeds())
                        && score.beats() == scores.get(0).beats());
    }

    /** Whom differences are about where they are not over subjects: {@code these 47 subjects}. */
    public static String people(Differences differences) {
        long subjects =
                differences.ranking().stream().mapToLong(Score::subjects).max().orElse(0);
        return subjects == 0 ? "the people tested" : "these " + Phrases.counted(subjects, "subject", "subjects");
    }

    private static List<String> sorted(Protocol protocol) {
        return protocol.unscored().stream().sorted().toList();
    }
}
