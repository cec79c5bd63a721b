package org.beatbench.comparison.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Differences;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.PairwiseComparison;
import org.beatbench.comparison.Score;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.stats.Bootstrap;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.Equivalence;
import org.beatbench.stats.PairedBeats;
import org.beatbench.stats.PairedBootstrap;
import org.beatbench.stats.PairedDecision;
import org.beatbench.stats.PairedDifference;

/**
 * When a competitor belongs below another. All of this must hold:
 *
 * <ol>
 *   <li>its score is lower by more than {@link Equivalence#REGION}: nobody should choose by less, however sure it is;
 *   <li>the pairwise decision says that it is lower, or it is lower in nearly all resamples of the paired bootstrap: in all but
 *       {@code .025 / m}, where m is the number of those who are compared with the same leader. For a single one this is the
 *       paired interval of 95 % leaving out 0;
 *   <li>over subjects, at least six were tested. If fewer all agree, a two-sided p is still above .05 (2 / 2<sup>5</sup> = .063),
 *       and the bootstrap, which has hardly anything to draw from, is far too sure.
 * </ol>
 *
 * <p>The pairwise decision alone would not do. It is adjusted for all pairs, and over subjects it also asks a test that scores each
 * subject by itself, so it leaves pairs undecided that are far apart in what is ranked: .427 and .263, with an adjusted p of .0501
 * and every resample on one side. That they "cannot be told apart" would be taken to mean that they are alike.
 *
 * <p>A tier compares everybody with its leader, who is whoever came out highest, and no other pairs; hence m. These are multiple
 * comparisons with the best (J. C. Hsu, "Constrained simultaneous confidence intervals for multiple comparisons with the best", Ann.
 * Statist. 12 (1984)): the one who is truly best is left out of the best tier once in forty repetitions at most, as far as the
 * bootstrap can be trusted. Who is in a tier need not be as good as its leader; it is only not shown to be lower.
 */
final class TierRule {

    /** Fewer subjects rank nobody. */
    static final int FEWEST_SUBJECTS = 6;

    private static final double TAIL = (1 - Bootstrap.CONFIDENCE) / 2;

    private final Comparison comparison;
    private final Differences differences;

    TierRule(Comparison comparison, Protocol protocol) {
        this.comparison = comparison;
        this.differences = comparison.differences(protocol);
    }

    /** Whether those who were tested are enough for anybody to be ranked. */
    boolean canRank() {
        return !differences.overSubjects()
                || differences.ranking().stream()
                                .mapToLong(Score::subjects)
                                .max()
                                .orElse(0)
                        >= FEWEST_SUBJECTS;
    }

    /** The tiers by macro-F1: the highest and who is not below, then the highest of the others and who is not below it. */
    List<Tier> tiers() {
        List<Score> left = new ArrayList<>(differences.ranking());
        List<Tier> tiers = new ArrayList<>();
        while (!left.isEmpty()) {
            Score leader = left.get(0);
            int rivals = left.size() - 1;
            List<Score> level = left.stream()
                    .filter(score -> score == leader || !isBelow(leader, score, rivals))
                    .toList();
            tiers.add(new Tier(level.stream()
                    .map(score -> new Ranked(score.competitor(), score.macroF1().orElseThrow()))
                    .toList()));
            left.removeAll(level);
        }
        return tiers;
    }

    private boolean isBelow(Score leader, Score other, int rivals) {
        Optional<PairwiseComparison> pair =
                differences.between(leader.competitor(), other.competitor(), ComparisonMetric.MACRO_F1);
        if (pair.isEmpty()) {
            // No seed in common, so nothing is paired.
            Estimate lowest = leader.macroF1().orElseThrow();
            return canRank() && lowest.low() > other.macroF1().orElseThrow().high();
        }
        PairedDifference difference = pair.get().difference();
        return canRank()
                && matters(difference.estimate())
                && (pair.get().decision() == PairedDecision.FIRST_HIGHER || isSure(difference.higher(), rivals));
    }

    /**
     * Those of some who are not below the first by another figure, without the first.
     *
     * @param sorted the highest first, at least one; the figure is defined for each
     * @param figure of which more is better
     */
    List<Score> level(List<Score> sorted, Function<ConfusionMatrix, OptionalDouble> figure) {
        Score best = sorted.get(0);
        List<Score> others = sorted.subList(1, sorted.size());
        return others.stream()
                .filter(other -> !isBelow(best, other, figure, others.size()))
                .toList();
    }

    private boolean isBelow(Score best, Score other, Function<ConfusionMatrix, OptionalDouble> figure, int rivals) {
        double difference = figure.apply(best.confusion()).orElseThrow()
                - figure.apply(other.confusion()).orElseThrow();
        List<Long> seeds = best.seeds().stream().filter(other.seeds()::contains).toList();
        if (!canRank() || !matters(difference) || seeds.isEmpty()) {
            return false;
        }
        OptionalDouble higher = differences.overSubjects()
                ? with(seeds, best).higher(with(seeds, other), figure)
                : overBeats(PairedBeats.of(best.answers(seeds), other.answers(seeds)), seeds.size(), figure);
        return higher.isPresent() && isSure(higher.getAsDouble(), rivals);
    }

    private static OptionalDouble overBeats(
            PairedBeats beats, int seeds, Function<ConfusionMatrix, OptionalDouble> figure) {
        return PairedBootstrap.higherOverBeats(beats, Math.round(beats.size() / (double) seeds), figure, Score.SEED);
    }

    private Score with(List<Long> seeds, Score score) {
        return score.seeds().equals(seeds) ? score : comparison.score(score.competitor(), score.protocol(), seeds);
    }

    private static boolean matters(double difference) {
        return difference > Equivalence.REGION;
    }

    private static boolean isSure(double higher, int rivals) {
        return higher >= 1 - TAIL / rivals;
    }
}
