package org.beatbench.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.beatbench.metrics.ConfusionMatrix;

/**
 * What one classifier scored: on each subject, on all of them together, and on resamples of them, which are the same for every
 * classifier that was tested on the same subjects.
 */
public final class SubjectScores {

    /** One subject in so many is among the worst. */
    private static final int WORST = 10;

    private final ComparisonMetric metric;
    private final long seed;
    private final List<String> subjects;
    private final double[] scores;
    private final double overall;
    private final double[] resampled;

    private SubjectScores(
            ComparisonMetric metric,
            long seed,
            List<String> subjects,
            double[] scores,
            double overall,
            double[] resampled) {
        this.metric = metric;
        this.seed = seed;
        this.subjects = subjects;
        this.scores = scores;
        this.overall = overall;
        this.resampled = resampled;
    }

    /**
     * Scores the answers of subjects.
     *
     * @param answers of each subject by name, at least one beat each; all of the same classes
     * @param seed the only source of randomness
     * @throws IllegalArgumentException if there are no subjects, or one has no beats
     */
    public static SubjectScores of(SortedMap<String, ConfusionMatrix> answers, ComparisonMetric metric, long seed) {
        if (answers.isEmpty() || answers.values().stream().anyMatch(ConfusionMatrix::isEmpty)) {
            throw new IllegalArgumentException("scores need subjects with beats: " + answers);
        }
        List<ConfusionMatrix> matrices = List.copyOf(answers.values());
        return new SubjectScores(
                metric,
                seed,
                List.copyOf(answers.keySet()),
                matrices.stream()
                        .mapToDouble(matrix -> metric.of(matrix).orElseThrow())
                        .toArray(),
                metric.of(ConfusionMatrix.sum(matrices)).orElseThrow(),
                Resamples.bySubject(matrices, seed).figures(metric::of));
    }

    /** What was measured. */
    public ComparisonMetric metric() {
        return metric;
    }

    /** The subjects by name. */
    public List<String> subjects() {
        return subjects;
    }

    /** The score on one subject, 0-based in the order of {@link #subjects()}. */
    public double score(int subject) {
        return scores[subject];
    }

    /** The scores on all subjects. */
    public Sample sample() {
        return Sample.of(scores);
    }

    /** The score on the beats of all subjects together. */
    public double overall() {
        return overall;
    }

    /** The same with its interval for other subjects, widened where it would not hold it. */
    public Interval interval() {
        return Bootstrap.interval(overall, resampled).widened();
    }

    /** The tenth of the subjects on whom the score is lowest, at least one, the lowest first. */
    public List<Integer> worstTenth() {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(subject -> scores[subject]))
                .limit((scores.length + WORST - 1) / WORST)
                .toList();
    }

    /** The mean score of the worst tenth. */
    public double meanOfWorstTenth() {
        return worstTenth().stream()
                .mapToDouble(subject -> scores[subject])
                .average()
                .orElseThrow();
    }

    double[] scores() {
        return scores.clone();
    }

    /**
     * The scores on each resample, less those of another classifier on the same.
     *
     * @throws IllegalArgumentException if the other was scored on other subjects or resamples, or by another metric
     */
    double[] resampledLess(SubjectScores other) {
        requireSame(other);
        double[] differences = resampled.clone();
        Arrays.setAll(differences, i -> resampled[i] - other.resampled[i]);
        return differences;
    }

    /** The score on each subject, less that of another classifier, likewise. */
    double[] less(SubjectScores other) {
        requireSame(other);
        double[] differences = scores.clone();
        Arrays.setAll(differences, i -> scores[i] - other.scores[i]);
        return differences;
    }

    private void requireSame(SubjectScores other) {
        if (metric != other.metric || seed != other.seed || !subjects.equals(other.subjects)) {
            throw new IllegalArgumentException(
                    "scores of different subjects, yardsticks or seeds cannot be compared: " + this + " and " + other);
        }
    }

    @Override
    public String toString() {
        return metric.quality().title() + " on " + subjects.size() + " subjects, seed " + seed;
    }
}
