package org.beatbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Draws;

/**
 * Intervals of 95 % for figures that follow from a confusion matrix, by the percentile bootstrap (B. Efron and R. J.
 * Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13) with 2,000 resamples. Each resample is scored as if it
 * had been the test part: if it holds no beat of a class, an average over classes is over the others. Resamples for which
 * the figure is not defined are left out. For several figures of the same answers, {@link Resamples} draws once.
 */
public final class Bootstrap {

    /** Resamples per interval. */
    public static final int RESAMPLES = 2_000;

    /** The part of the resamples that an interval holds. */
    public static final double CONFIDENCE = 0.95;

    private Bootstrap() {}

    /**
     * The interval for other subjects: whole subjects are drawn with replacement. Beats of one person are alike, so this is
     * the honest interval wherever subjects are known; with one subject it has no width, with few it is too narrow.
     *
     * @param subjects the answers of each subject, all of the same classes
     * @param figure what to compute, such as {@code ConfusionMatrix::macroF1}
     * @param seed the only source of randomness
     * @return empty if there are no subjects, or the figure is not defined for them together
     */
    public static Optional<Interval> bySubject(
            List<ConfusionMatrix> subjects, Function<ConfusionMatrix, OptionalDouble> figure, long seed) {
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        List<String> classes = subjects.get(0).classes();
        if (!subjects.stream().allMatch(subject -> subject.classes().equals(classes))) {
            throw new IllegalArgumentException("subjects must have the same classes: " + subjects);
        }
        Draws draws = Draws.of(seed, "bootstrap/subjects");
        long[][] counts = subjects.stream().map(ConfusionMatrix::toArray).toArray(long[][]::new);
        ConfusionMatrix all = sum(classes, counts, IntStream.range(0, counts.length));
        return interval(
                all,
                () -> sum(classes, counts, IntStream.range(0, counts.length).map(i -> draws.below(counts.length))),
                figure);
    }

    /**
     * The interval for other beats of the same subjects: single beats are drawn with replacement.
     *
     * @param beats the answers
     * @param figure what to compute, such as {@code ConfusionMatrix::macroF1}
     * @param seed the only source of randomness
     * @return empty if the figure is not defined for the answers
     */
    public static Optional<Interval> byBeat(
            ConfusionMatrix beats, Function<ConfusionMatrix, OptionalDouble> figure, long seed) {
        return byBeat(beats, beats.total(), figure, seed);
    }

    /**
     * The interval for other beats of the same subjects where answers hold the same beats several times, as those of several
     * seeds do: each resample is as large as a single look at them, so that looking again narrows nothing.
     *
     * @param beats the answers, all of which the estimate is computed from
     * @param drawn number of beats in each resample, at least 0
     * @param figure what to compute, such as {@code ConfusionMatrix::macroF1}
     * @param seed the only source of randomness
     * @return empty if the figure is not defined for the answers, or for no resample
     */
    public static Optional<Interval> byBeat(
            ConfusionMatrix beats, long drawn, Function<ConfusionMatrix, OptionalDouble> figure, long seed) {
        if (drawn < 0) {
            throw new IllegalArgumentException("drawn must be at least 0: " + drawn);
        }
        Draws draws = Draws.of(seed, "bootstrap/beats");
        long[] counts = beats.toArray();
        return interval(beats, () -> ConfusionMatrix.of(beats.classes(), redrawn(counts, drawn, draws)), figure);
    }

    /**
     * The difference of a figure between two classifiers in every resample of the beats that both answered. The classifiers
     * changing places changes nothing but the sign.
     *
     * @param drawn number of beats in each resample, at least 1
     * @param figure what to compute; defined whenever there is a beat
     */
    static double[] differences(
            PairedBeats beats, long drawn, Function<ConfusionMatrix, OptionalDouble> figure, long seed) {
        PairedBeats swapped = beats.swapped();
        boolean inOrder = Arrays.compare(beats.toArray(), swapped.toArray()) <= 0;
        long[] counts = (inOrder ? beats : swapped).toArray();
        Draws draws = Draws.of(seed, "bootstrap/paired-beats");
        double[] differences = new double[RESAMPLES];
        Arrays.setAll(differences, i -> {
            List<ConfusionMatrix> resample = beats.margins(redrawn(counts, drawn, draws));
            double difference = figure.apply(resample.get(0)).orElseThrow()
                    - figure.apply(resample.get(1)).orElseThrow();
            return inOrder ? difference : -difference;
        });
        return differences;
    }

    /** The range that holds 95 % of some figures, beside an estimate. */
    static Interval interval(double estimate, double... figures) {
        Sample sample = Sample.of(figures);
        double tail = (1 - CONFIDENCE) / 2;
        return new Interval(sample.quantile(tail), estimate, sample.quantile(1 - tail));
    }

    static Optional<Interval> interval(
            ConfusionMatrix all, Supplier<ConfusionMatrix> resample, Function<ConfusionMatrix, OptionalDouble> figure) {
        OptionalDouble estimate = figure.apply(all);
        if (estimate.isEmpty()) {
            return Optional.empty();
        }
        double[] figures = IntStream.range(0, RESAMPLES)
                .mapToObj(i -> figure.apply(resample.get()))
                .flatMapToDouble(
                        value -> value.isPresent() ? DoubleStream.of(value.getAsDouble()) : DoubleStream.empty())
                .toArray();
        if (figures.length == 0) {
            return Optional.empty();
        }
        return Optional.of(interval(estimate.getAsDouble(), figures));
    }

    static ConfusionMatrix sum(List<String> classes, long[][] counts, IntStream drawn) {
        long[] sum = new long[classes.size() * classes.size()];
        drawn.forEach(subject -> {
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += counts[subject][cell];
            }
        });
        return ConfusionMatrix.of(classes, sum);
    }

    /** Beats drawn anew: cell by cell, each a binomial share of the beats that are left. */
    static long[] redrawn(long[] counts, long drawn, Draws draws) {
        long beatsLeft = drawn;
        long countsLeft = Arrays.stream(counts).sum();
        long[] redrawn = new long[counts.length];
        for (int cell = 0; cell < counts.length && countsLeft > 0; cell++) {
            redrawn[cell] = Binomial.draw(beatsLeft, counts[cell] / (double) countsLeft, draws);
            beatsLeft -= redrawn[cell];
            countsLeft -= counts[cell];
        }
        return redrawn;
    }
}
