package org.beatbench.stats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Draws;

/**
 * The resamples of {@link Bootstrap}, drawn once, for the intervals of any number of figures of the same answers: drawing
 * takes longer than computing a figure. Each interval is the one that its figure has by itself.
 */
public final class Resamples {

    private final ConfusionMatrix all;
    private final List<ConfusionMatrix> drawn;

    private Resamples(ConfusionMatrix all, Supplier<ConfusionMatrix> resample) {
        this.all = all;
        this.drawn = Stream.generate(resample).limit(Bootstrap.RESAMPLES).toList();
    }

    /**
     * Whole subjects, drawn with replacement.
     *
     * @param subjects the answers of each subject, all of the same classes; at least one
     * @param seed the only source of randomness
     */
    public static Resamples bySubject(List<ConfusionMatrix> subjects, long seed) {
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("subjects must not be empty");
        }
        List<String> classes = subjects.get(0).classes();
        Draws draws = Draws.of(seed, "bootstrap/subjects");
        long[][] counts = subjects.stream().map(ConfusionMatrix::toArray).toArray(long[][]::new);
        return new Resamples(
                Bootstrap.sum(classes, counts, IntStream.range(0, counts.length)),
                () -> Bootstrap.sum(
                        classes, counts, IntStream.range(0, counts.length).map(i -> draws.below(counts.length))));
    }

    /**
     * Single beats, drawn with replacement.
     *
     * @param beats the answers
     * @param size number of beats in each resample, at least 0
     * @param seed the only source of randomness
     */
    public static Resamples byBeat(ConfusionMatrix beats, long size, long seed) {
        Draws draws = Draws.of(seed, "bootstrap/beats");
        long[] counts = beats.toArray();
        return new Resamples(beats, () -> ConfusionMatrix.of(beats.classes(), Bootstrap.redrawn(counts, size, draws)));
    }

    /**
     * The interval of a figure.
     *
     * @return empty if the figure is not defined for the answers, or for no resample
     */
    public Optional<Interval> interval(Function<ConfusionMatrix, OptionalDouble> figure) {
        return Bootstrap.interval(all, drawn.iterator()::next, figure);
    }

    /**
     * A figure of each resample, which must be defined whenever there is a beat. Which subjects are drawn depends on their number
     * and the seed only, so of two classifiers tested on the same subjects the figures at one place are of the same subjects, and
     * may be subtracted.
     */
    double[] figures(Function<ConfusionMatrix, OptionalDouble> figure) {
        return drawn.stream()
                .mapToDouble(resample -> figure.apply(resample).orElseThrow())
                .toArray();
    }

    /**
     * The part of the resamples in which a figure is higher than in those of another classifier, 0..1.
     *
     * @param other drawn from the answers to the same subjects, with the same seed
     * @return empty if no resample has both figures
     */
    public OptionalDouble higher(Resamples other, Function<ConfusionMatrix, OptionalDouble> figure) {
        return Sample.higher(IntStream.range(0, drawn.size())
                .mapToDouble(place -> figure.apply(drawn.get(place)).orElse(Double.NaN)
                        - figure.apply(other.drawn.get(place)).orElse(Double.NaN))
                .toArray());
    }
}
