package org.beatbench.reports.sections.differences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Differences;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Figure;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Pairwise;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.sections.Colours;
import org.beatbench.reports.sections.ComparisonPhrases;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.MeanRanks;
import org.beatbench.stats.PairedDecision;

/** Who differs from whom under one protocol, as pictures. */
final class DifferenceFigures {

    private final Comparison comparison;
    private final Differences differences;

    DifferenceFigures(Comparison comparison, Differences differences) {
        this.comparison = comparison;
        this.differences = differences;
    }

    /** Every pair by its macro-F1. */
    Figure matrix() {
        List<String> names =
                differences.ranking().stream().map(Score::competitor).toList();
        List<Pairwise.Pair> pairs = differences.contrasts(ComparisonMetric.MACRO_F1).stream()
                .map(contrast -> new Pairwise.Pair(
                        names.indexOf(contrast.first()),
                        names.indexOf(contrast.second()),
                        contrast.difference().estimate(),
                        contrast.difference().p(),
                        contrast.adjustedP(),
                        contrast.decision() != PairedDecision.NOT_TOLD_APART))
                .toList();
        long apart = pairs.stream().filter(Pairwise.Pair::apart).count();
        return new Figure(
                "differences-" + differences.protocol().id(),
                "Pair by pair: macro-F1 " + differences.protocol().phrase(),
                "The macro-F1 of the row less that of the column, the best first."
                        + " Only pairs that can be told apart are coloured"
                        + (differences.overSubjects()
                                ? ", over subjects."
                                : ", on beats of " + ComparisonPhrases.people(differences) + " only."),
                apart + " of " + Phrases.counted(pairs.size(), "pair", "pairs") + " of " + names.size()
                        + " classifiers can be told apart "
                        + differences.protocol().phrase() + ".",
                new Pairwise("macro-F1", names, pairs));
    }

    /** Mean ranks over subjects, each with half of the critical difference to either side. */
    Figure ranks(MeanRanks ranks) {
        double half = ranks.criticalDifference() / 2;
        List<Score> complete = differences.complete();
        List<Integer> order = IntStream.range(0, complete.size())
                .boxed()
                .sorted(Comparator.comparing(ranks.ranks()::get))
                .toList();
        List<Strips.Strip> strips = new ArrayList<>();
        order.forEach(i -> {
            double rank = ranks.ranks().get(i);
            String name = complete.get(i).competitor();
            strips.add(new Strips.Strip(
                    name, Colours.of(comparison, name), new Estimate(rank, rank - half, rank + half), List.of()));
        });
        return new Figure(
                "ranks-" + differences.protocol().id(),
                "Mean ranks over " + ranks.subjects() + " subjects "
                        + differences.protocol().phrase(),
                "The blocks are subjects: on each, classifiers are ranked by the macro-F1 over its classes, 1 for the best. Lines"
                        + " are half a critical difference (" + Numbers.score(ranks.criticalDifference())
                        + ") to either side: classifiers whose lines do not overlap differ by Nemenyi's test at 5 %. Friedman's"
                        + " chi-square with " + (complete.size() - 1) + " degrees of freedom is "
                        + Numbers.plain(ranks.chiSquare()) + ", p " + Numbers.pValue(ranks.p())
                        + ". " + againstTheTable(ranks, complete, order.get(0)),
                "Mean ranks of " + complete.size() + " classifiers over " + ranks.subjects() + " subjects.",
                new Strips(Axis.linear("mean rank, 1 is the best", Quantity.PLAIN), strips));
    }

    /** Why ranks and table may say otherwise of the same two, and who leads here and there if not the same. */
    private static String againstTheTable(MeanRanks ranks, List<Score> complete, int leader) {
        String why = "Ranks compare classifiers subject by subject, and depend on who else takes part; the table above"
                + " goes pair by pair, and by the score over all beats too, so the two may disagree.";
        // Those who are ranked come in the order of their macro-F1.
        return ranks.ranks().get(0) <= ranks.ranks().get(leader)
                ? why
                : why + " Here the best mean rank is that of "
                        + complete.get(leader).competitor() + ", while the highest macro-F1 is that of "
                        + complete.get(0).competitor() + ".";
    }
}
