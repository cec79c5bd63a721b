package org.beatbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Draws;

/**
 * Intervals of 95 % for the difference in a figure between two classifiers that answered the same beats: in each
 * resample both are scored on the same subjects or beats, so that what is hard for both makes no interval wider.
 * Resamples for which the figure is not defined are left out; an interval is widened where it would not hold the
 * difference itself.
 *
 * <p>Subjects and beats are drawn as {@link PairedDifference} draws them, so that a macro-F1 or an accuracy has the same interval
 * in both.
 */
public final class PairedBootstrap {

    private PairedBootstrap() {}

    /**
     * The interval for other subjects.
     *
     * @param first the answers of one classifier to each subject
     * @param second of the other to the same subjects in the same order
     * @param figure what to compute, such as {@code ConfusionMatrix::macroF1}
     * @param seed the only source of randomness
     * @return empty if there are no subjects, or the figure is not defined for all of them together
     */
    public static Optional<Interval> overSubjects(
            List<ConfusionMatrix> first,
            List<ConfusionMatrix> second,
            Function<ConfusionMatrix, OptionalDouble> figure,
            long seed) {
        requirePairs(first.size(), second.size());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Draws draws = Draws.of(seed, "bootstrap/subjects");
        OptionalDouble estimate = difference(figure, ConfusionMatrix.sum(first), ConfusionMatrix.sum(second));
        return interval(estimate, () -> {
            int[] drawn = drawn(first.size(), draws);
            return difference(figure, sum(first, drawn), sum(second, drawn)).orElse(Double.NaN);
        });
    }

    /**
     * The interval for other beats of the same subjects.
     *
     * @param drawn beats in each resample: as many as one look at the test part has, so that looking again narrows nothing
     * @param figure what to compute, such as {@code ConfusionMatrix::macroF1}
     * @param seed the only source of randomness
     * @return empty if there are no beats, or the figure is not defined for them
     */
    public static Optional<Interval> overBeats(
            PairedBeats beats, long drawn, Function<ConfusionMatrix, OptionalDouble> figure, long seed) {
        if (beats.size() == 0 || drawn == 0) {
            return Optional.empty();
        }
        OptionalDouble estimate = difference(figure, beats.first(), beats.second());
        return estimate.isEmpty()
                ? Optional.empty()
                : interval(estimate.getAsDouble(), differences(beats, drawn, figure, seed));
    }

    /**
     * The part of the same resamples in which the first is higher, 0..1.
     *
     * @param drawn beats in each resample
     * @param figure what to compute
     * @param seed the only source of randomness
     * @return empty if the difference is defined for no resample
     */
    public static OptionalDouble higherOverBeats(
            PairedBeats beats, long drawn, Function<ConfusionMatrix, OptionalDouble> figure, long seed) {
        return beats.size() == 0 || drawn == 0
                ? OptionalDouble.empty()
                : Sample.higher(differences(beats, drawn, figure, seed));
    }

    private static double[] differences(
            PairedBeats beats, long drawn, Function<ConfusionMatrix, OptionalDouble> figure, long seed) {
        return Bootstrap.differences(
                beats, drawn, matrix -> OptionalDouble.of(figure.apply(matrix).orElse(Double.NaN)), seed);
    }

    /**
     * The interval for other subjects of a figure that is a mean over beats, such as the log loss.
     *
     * @param sums by how much the sums over the beats of each subject differ
     * @param beats of each subject, at least one
     * @param seed the only source of randomness
     * @return empty if there are no subjects
     */
    public static Optional<Interval> ofMeansOverSubjects(List<Double> sums, List<Long> beats, long seed) {
        requirePairs(sums.size(), beats.size());
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        Draws draws = Draws.of(seed, "bootstrap/subjects");
        int[] all = IntStream.range(0, sums.size()).toArray();
        return interval(OptionalDouble.of(mean(sums, beats, all)), () -> mean(sums, beats, drawn(sums.size(), draws)));
    }

    /**
     * The interval for other beats of a figure that is a mean over beats.
     *
     * @param drawn beats in each resample
     * @param seed the only source of randomness
     * @param differences by how much the figure differs on each beat
     * @return empty if there are no beats
     */
    public static Optional<Interval> ofMeansOverBeats(long drawn, long seed, double... differences) {
        if (differences.length == 0 || drawn == 0) {
            return Optional.empty();
        }
        Draws draws = Draws.of(seed, "bootstrap/paired-means");
        int[] block = new int[Math.toIntExact(drawn)];
        return interval(Arrays.stream(differences).average(), () -> {
            double sum = 0;
            draws.fill(block, differences.length);
            for (int place : block) {
                sum += differences[place];
            }
            return sum / drawn;
        });
    }

    private static Optional<Interval> interval(OptionalDouble estimate, DoubleSupplier resample) {
        return estimate.isEmpty()
                ? Optional.empty()
                : interval(
                        estimate.getAsDouble(),
                        DoubleStream.generate(resample)
                                .limit(Bootstrap.RESAMPLES)
                                .toArray());
    }

    private static Optional<Interval> interval(double estimate, double... resampled) {
        double[] defined = Arrays.stream(resampled).filter(Double::isFinite).toArray();
        return defined.length == 0
                ? Optional.empty()
                : Optional.of(Bootstrap.interval(estimate, defined).widened());
    }

    private static OptionalDouble difference(
            Function<ConfusionMatrix, OptionalDouble> figure, ConfusionMatrix first, ConfusionMatrix second) {
        OptionalDouble one = figure.apply(first);
        OptionalDouble other = figure.apply(second);
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() - other.getAsDouble())
                : OptionalDouble.empty();
    }

    private static int[] drawn(int subjects, Draws draws) {
        return IntStream.range(0, subjects).map(any -> draws.below(subjects)).toArray();
    }

    private static ConfusionMatrix sum(List<ConfusionMatrix> parts, int... drawn) {
        return ConfusionMatrix.sum(Arrays.stream(drawn).mapToObj(parts::get).toList());
    }

    private static double mean(List<Double> sums, List<Long> beats, int... drawn) {
        double sum = 0;
        long count = 0;
        for (int subject : drawn) {
            sum += sums.get(subject);
            count += beats.get(subject);
        }
        return sum / count;
    }

    private static void requirePairs(int first, int second) {
        if (first != second) {
            throw new IllegalArgumentException(first + " and " + second + " subjects make no pairs");
        }
    }
}
