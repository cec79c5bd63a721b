package org.beatbench.reports.sections.differences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.beatbench.comparison.Differences;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.PairwiseComparison;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.Equivalence;
import org.beatbench.stats.Interval;
import org.beatbench.stats.PairedDecision;
import org.beatbench.stats.PairedDifference;
import org.beatbench.stats.PairedTest;

/**
 * What competitors differ by under one protocol, pair by pair: all pairs if they are few, else those with the best and those that
 * can be told apart.
 */
final class DifferenceTable {

    /** Up to this many pairs all are listed: those of five competitors. */
    private static final int FEW = 10;

    /** Pairs that do not hold the best are listed until there are this many pairs, of two rows each. */
    private static final int MOST = 30;

    private final Differences differences;
    private final List<PairwiseComparison> all;
    private final List<PairwiseComparison> withBest;
    private final List<PairwiseComparison> othersApart;
    private final List<PairwiseComparison> shown;

    DifferenceTable(Differences differences) {
        this.differences = differences;
        this.all = differences.contrasts(ComparisonMetric.MACRO_F1);
        this.withBest = differences.withBest(ComparisonMetric.MACRO_F1);
        this.othersApart = all.stream()
                .filter(contrast ->
                        contrast.decision() != PairedDecision.NOT_TOLD_APART && !withBest.contains(contrast))
                .toList();
        this.shown = all.size() <= FEW
                ? all
                : Stream.concat(withBest.stream(), othersApart.stream().limit(Math.max(0, MOST - withBest.size())))
                        .toList();
    }

    Table table() {
        List<PairwiseComparison> listed = new ArrayList<>();
        for (PairwiseComparison contrast : shown) {
            listed.add(contrast);
            differences
                    .between(contrast.first(), contrast.second(), ComparisonMetric.ACCURACY)
                    .ifPresent(listed::add);
        }
        // Resamples and probabilities are drawn when a row asks for them; no row depends on another.
        List<List<Cell>> rows = listed.parallelStream().map(this::row).toList();
        return new Table("Differences " + differences.protocol().phrase(), note(), columns(), rows);
    }

    private List<Column> columns() {
        boolean overSubjects = differences.overSubjects();
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("Pair"),
                Column.text("Score"),
                Column.number("Difference", "what the first scores more than the second, with its interval of 95 %"),
                Column.text("In words"),
                Column.number("Adjusted p", "of the test, adjusted for all pairs of this protocol (Holm)"),
                Column.number(
                        "Detectable", "the smallest difference that would have been seen in four of five repetitions"),
                Column.number(
                        overSubjects ? "Subjects + = −" : "Beats + −",
                        overSubjects
                                ? "subjects on whom the first scores higher, the same, and lower"
                                : "beats that only the first, and only the second got right"),
                Column.number(
                        "Effect",
                        "matched-pairs rank-biserial correlation, -1..1: 1 if everything speaks for the first"),
                Column.number(
                        "p",
                        overSubjects
                                ? "signed-rank test over subjects"
                                : "over beats: McNemar's test, mid-p, of the accuracy; delta method of the macro-F1")));
        if (overSubjects) {
            String region = " on further subjects, the region of practical equivalence being "
                    + Numbers.score(Equivalence.REGION) + " to either side";
            columns.add(Column.number("First better", "probability that the first is better" + region));
            columns.add(Column.number("Equal", "probability that the two are practically equal" + region));
            columns.add(Column.number("Second better", "probability that the second is better" + region));
        }
        if (differences.divisions() > 1) {
            columns.add(Column.number(
                    "p, divisions", "corrected resampled t-test over the divisions of the beats: folds and seeds"));
        }
        return columns;
    }

    private List<Cell> row(PairwiseComparison contrast) {
        PairedDifference paired = contrast.difference();
        Interval interval = paired.interval();
        Estimate estimate = new Estimate(interval.estimate(), interval.low(), interval.high());
        Cell difference = value(Numbers.difference(estimate.value()), estimate.value());
        List<Cell> row = new ArrayList<>(List.of(
                Cell.text(contrast.first() + " – " + contrast.second()),
                Cell.text(contrast.metric().quality().title()),
                estimate.hasInterval() ? difference.withDetail(Numbers.differences(estimate)) : difference,
                words(contrast),
                p(OptionalDouble.of(contrast.adjustedP())),
                score(paired.smallestDetectable()),
                paired.test().map(this::counts).orElse(Cell.missing()),
                paired.test()
                        .map(test -> value(Numbers.difference(test.effect()), test.effect()))
                        .orElse(Cell.missing()),
                p(OptionalDouble.of(paired.p()))));
        if (differences.overSubjects()) {
            Optional<Equivalence> equivalence = contrast.equivalence();
            row.add(equivalence.map(all -> Cell.share(all.better())).orElse(Cell.missing()));
            row.add(equivalence.map(all -> Cell.share(all.equal())).orElse(Cell.missing()));
            row.add(equivalence.map(all -> Cell.share(all.worse())).orElse(Cell.missing()));
        }
        if (differences.divisions() > 1) {
            row.add(p(differences.overDivisions(contrast)));
        }
        return row;
    }

    private Cell words(PairwiseComparison contrast) {
        return Cell.text(PairwisePhrases.sentence(contrast))
                .withDetail(
                        differences.overSubjects()
                                ? PairwisePhrases.reservation(contrast)
                                : "on " + ComparisonPhrases.people(differences));
    }

    private Cell counts(PairedTest test) {
        String text = differences.overSubjects()
                ? Numbers.count(test.higher()) + " / " + Numbers.count(test.equal()) + " / "
                        + Numbers.count(test.lower())
                : Numbers.count(test.higher()) + " / " + Numbers.count(test.lower());
        return value(text, (double) test.higher());
    }

    private String note() {
        String unit = differences.overSubjects()
                ? "Unit of analysis: subjects. The same subjects are drawn for both classifiers of a pair."
                : "Unit of analysis: beats. All of this is about further beats of "
                        + ComparisonPhrases.people(differences) + " and says nothing about anybody else.";
        String leak = differences.protocol().leaks()
                ? " Repeated rows are treated as independent, so intervals are far too narrow and p far too small."
                : "";
        String folds = differences.divisions() > 1
                ? " Divisions: " + differences.divisions() + ", each with a test part of its own."
                : "";
        return ComparisonPhrases.basis(differences.ranking()) + " " + unit + leak + folds + " p are adjusted for "
                + Phrases.counted(all.size(), "pair", "pairs") + "."
                + (differences.hasTooFewSubjects()
                        ? " For so many pairs these are too few subjects: no adjusted p can be below 0.05."
                        : "")
                + listed();
    }

    /** Which pairs have rows, where not all have. */
    private String listed() {
        if (shown.size() == all.size()) {
            return "";
        }
        int others = shown.size() - withBest.size();
        if (othersApart.isEmpty()) {
            boolean anyApart =
                    withBest.stream().anyMatch(contrast -> contrast.decision() != PairedDecision.NOT_TOLD_APART);
            return " Listed are the pairs with the best; no " + (anyApart ? "other " : "pair ")
                    + "can be told apart by macro-F1. The matrix has all.";
        }
        return others == othersApart.size()
                ? " Listed are the pairs with the best, and then every other that can be told apart by macro-F1; the matrix has"
                        + " all."
                : " Listed are the pairs with the best, and then " + Numbers.count(others) + " of the "
                        + Numbers.count(othersApart.size())
                        + " others that can be told apart by macro-F1, those of the higher ranks first; the matrix has all.";
    }

    private static Cell p(OptionalDouble p) {
        return p.isPresent() ? value(Numbers.pValue(p.getAsDouble()), p.getAsDouble()) : Cell.missing();
    }

    private static Cell score(OptionalDouble score) {
        return score.isPresent() ? value(Numbers.score(score.getAsDouble()), score.getAsDouble()) : Cell.missing();
    }

    private static Cell value(String text, double value) {
        return new Cell(text, "", value, 0, Cell.Emphasis.NONE);
    }
}
