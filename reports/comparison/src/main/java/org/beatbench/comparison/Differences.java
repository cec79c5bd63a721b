package org.beatbench.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.stats.ComparisonMetric;
import org.beatbench.stats.Holm;
import org.beatbench.stats.MeanRanks;
import org.beatbench.stats.PairedBeats;
import org.beatbench.stats.PairedDifference;
import org.beatbench.stats.SubjectScores;

/**
 * The competitors under one protocol, compared two by two on the seeds that both completed: over subjects where the protocol
 * keeps subjects apart, else over beats.
 */
public final class Differences {

    private final Protocol protocol;
    private final List<Score> ranking;
    private final SplitScores divisions;
    private final Map<Key, SubjectScores> scores = new ConcurrentHashMap<>();
    private final Map<ComparisonMetric, List<PairwiseComparison>> contrasts = new HashMap<>();

    private Differences(Protocol protocol, List<Score> ranking, SplitScores divisions) {
        this.protocol = protocol;
        this.ranking = ranking;
        this.divisions = divisions;
    }

    static Differences of(Comparison comparison, Protocol protocol) {
        List<Score> ranking = comparison.ranking(protocol).stream()
                .filter(score -> score.macroF1().isPresent())
                .toList();
        return new Differences(protocol, ranking, SplitScores.of(comparison, protocol));
    }

    public Protocol protocol() {
        return protocol;
    }

    /** Those who are compared, the best macro-F1 first. */
    public List<Score> ranking() {
        return ranking;
    }

    /** Whether they are compared over subjects, and not over beats. */
    public boolean overSubjects() {
        return ranking.stream().allMatch(Score::overSubjects);
    }

    /** All pairs that have a seed in common; the first of each ranks before the second. */
    public List<PairwiseComparison> contrasts(ComparisonMetric metric) {
        return contrasts.computeIfAbsent(metric, this::compare);
    }

    /** The contrasts with the best of those who have a seed in common with another. */
    public List<PairwiseComparison> withBest(ComparisonMetric metric) {
        List<PairwiseComparison> all = contrasts(metric);
        return all.stream()
                .filter(contrast -> contrast.first().equals(all.get(0).first()))
                .toList();
    }

    public Optional<PairwiseComparison> between(String first, String second, ComparisonMetric metric) {
        return contrasts(metric).stream()
                .filter(contrast -> contrast.isBetween(first, second))
                .findFirst();
    }

    /** The p of the corrected resampled t-test of a pair; empty unless both were tested in several divisions of the beats. */
    public OptionalDouble overDivisions(PairwiseComparison contrast) {
        return divisions.p(contrast.first(), contrast.second(), contrast.metric());
    }

    /** Whether all subjects agreeing on all pairs would not be enough for an adjusted p below 0.05. */
    public boolean hasTooFewSubjects() {
        long subjects = ranking.stream().mapToLong(Score::subjects).max().orElse(0);
        double smallest = Math.pow(2, 1.0 - subjects)
                * contrasts(ComparisonMetric.MACRO_F1).size();
        return overSubjects() && smallest >= PairedDifference.ALPHA;
    }

    /** The most divisions that a pair was tested in. */
    public int divisions() {
        return contrasts(ComparisonMetric.MACRO_F1).stream()
                .mapToInt(contrast -> divisions.common(contrast.first(), contrast.second()))
                .max()
                .orElse(0);
    }

    /** What a competitor scored on each subject, all its seeds together; only where subjects are known. */
    public SubjectScores scores(Score score, ComparisonMetric metric) {
        return scores(score, score.seeds(), metric);
    }

    /**
     * The mean ranks over subjects of those who completed all seeds that anybody did; empty over beats, or for fewer than two
     * classifiers or subjects.
     */
    public Optional<MeanRanks> ranks(ComparisonMetric metric) {
        List<Score> complete = complete();
        return !overSubjects() || complete.size() < 2 || complete.get(0).subjects() < 2
                ? Optional.empty()
                : Optional.of(MeanRanks.of(
                        complete.stream().map(score -> scores(score, metric)).toList()));
    }

    /** Those who completed all seeds that anybody did, the best macro-F1 first. */
    public List<Score> complete() {
        long seeds = ranking.stream()
                .flatMap(score -> score.seeds().stream())
                .distinct()
                .count();
        return ranking.stream().filter(score -> score.seeds().size() == seeds).toList();
    }

    private List<PairwiseComparison> compare(ComparisonMetric metric) {
        List<CompetitorPair> couples = new ArrayList<>();
        for (int i = 0; i < ranking.size(); i++) {
            Score first = ranking.get(i);
            for (Score second : ranking.subList(i + 1, ranking.size())) {
                List<Long> seeds =
                        first.seeds().stream().filter(second.seeds()::contains).toList();
                if (!seeds.isEmpty()) {
                    couples.add(new CompetitorPair(first, second, seeds));
                }
            }
        }
        // No couple depends on another, and counting the answers of both takes a while.
        List<PairwiseComparison> all =
                couples.parallelStream().map(couple -> compare(couple, metric)).toList();
        double[] adjusted = Holm.adjusted(
                all.stream().mapToDouble(contrast -> contrast.difference().p()).toArray());
        return IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).adjusted(adjusted[i]))
                .toList();
    }

    private PairwiseComparison compare(CompetitorPair couple, ComparisonMetric metric) {
        PairedDifference difference = overSubjects()
                ? PairedDifference.overSubjects(
                        scores(couple.first, couple.seeds, metric), scores(couple.second, couple.seeds, metric))
                : overBeats(couple.first, couple.second, couple.seeds, metric);
        return new PairwiseComparison(
                couple.first.competitor(), couple.second.competitor(), metric, difference, difference.p());
    }

    private static PairedDifference overBeats(Score first, Score second, List<Long> seeds, ComparisonMetric metric) {
        PairedBeats beats = PairedBeats.of(first.answers(seeds), second.answers(seeds));
        long ofOneSeed = Math.round(beats.size() / (double) seeds.size());
        return PairedDifference.overBeats(beats, ofOneSeed, metric, Score.SEED).orElseThrow();
    }

    private SubjectScores scores(Score score, List<Long> seeds, ComparisonMetric metric) {
        return scores.computeIfAbsent(
                new Key(score.competitor(), seeds, metric),
                key -> SubjectScores.of(ConfusionMatrix.bySubject(score.answers(seeds)), metric, Score.SEED));
    }

    /** Two competitors with the seeds that both completed. */
    private record CompetitorPair(Score first, Score second, List<Long> seeds) {}

    private record Key(String competitor, List<Long> seeds, ComparisonMetric metric) {}
}
