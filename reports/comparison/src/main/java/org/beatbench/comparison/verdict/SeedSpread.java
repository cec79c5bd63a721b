package org.beatbench.comparison.verdict;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.Score;
import org.beatbench.metrics.ConfusionMatrix;

/**
 * How far macro-F1 moved from seed to seed, and whether that changed who was first.
 *
 * @param seeds those that anybody completed, at least two
 * @param leaders who would be first if one seed alone had been run, in the order of the seeds, each once
 * @param widest whose macro-F1 moved most
 * @param low its lowest
 * @param high its highest
 */
public record SeedSpread(List<Long> seeds, List<String> leaders, String widest, double low, double high) {

    public SeedSpread {
        seeds = List.copyOf(seeds);
        leaders = List.copyOf(leaders);
    }

    /** Empty unless somebody completed several. */
    static Optional<SeedSpread> of(List<Score> ranking) {
        List<Long> seeds = ranking.stream()
                .flatMap(score -> score.seeds().stream())
                .distinct()
                .sorted()
                .toList();
        return ranking.stream()
                .filter(score -> score.seeds().size() > 1)
                .max(Comparator.comparingDouble(
                        score -> spread(score).getMax() - spread(score).getMin()))
                .map(widest -> new SeedSpread(
                        seeds,
                        seeds.stream()
                                .map(seed -> leader(ranking, seed))
                                .distinct()
                                .toList(),
                        widest.competitor(),
                        spread(widest).getMin(),
                        spread(widest).getMax()));
    }

    private static DoubleSummaryStatistics spread(Score score) {
        return score.seeds().stream().mapToDouble(seed -> macroF1(score, seed)).summaryStatistics();
    }

    private static String leader(List<Score> ranking, long seed) {
        return ranking.stream()
                .max(Comparator.comparingDouble(score -> macroF1(score, seed)))
                .map(Score::competitor)
                .orElseThrow();
    }

    /** Who was not run with a seed, since it needs none, has what it has with any. */
    private static double macroF1(Score score, long seed) {
        return (score.seeds().contains(seed)
                        ? ConfusionMatrix.of(score.answers(List.of(seed)).get(0))
                        : score.confusion())
                .macroF1()
                .orElse(Double.NEGATIVE_INFINITY);
    }
}
