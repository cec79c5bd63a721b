package org.beatbench.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.beatbench.answers.Answers;
import org.beatbench.metrics.CalibrationGaps;
import org.beatbench.protocol.Draws;

/**
 * Intervals of 95 % for the calibration error, by the percentile bootstrap with as many resamples as {@link Bootstrap}. The
 * error is a sum of distances, which chance can only lengthen: the interval lies a little high where bins hold few beats, and
 * may not hold the figure itself.
 */
public final class CalibrationBootstrap {

    /** Resamples that are added up at a time, of which the number of resamples is a multiple. */
    private static final int LANES = 4;

    /** The gaps of one subject, or of a resample: their sum in each bin, and their number. */
    @SuppressWarnings("ArrayRecordComponent") // Working memory, not a value.
    private record Gaps(double[] sums, long answers) {}

    private CalibrationBootstrap() {}

    /**
     * The interval for other subjects: whole subjects are drawn with replacement.
     *
     * @param answers whose subjects are known
     * @param seed the only source of randomness
     * @return empty if there are no answers
     */
    public static Optional<Interval> bySubject(Answers answers, long seed) {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        CalibrationGaps gaps = CalibrationGaps.of(answers);
        Gaps[] units = bySubject(answers, gaps).values().toArray(Gaps[]::new);
        Draws draws = Draws.of(seed, "bootstrap/calibration/subjects");
        return Optional.of(interval(
                gaps.error(),
                () -> error(sum(
                        Stream.generate(() -> units[draws.below(units.length)]).limit(units.length)))));
    }

    /**
     * The interval for other beats of the same subjects: single beats are drawn with replacement.
     *
     * @param answers the answers, from all of which the estimate is computed
     * @param drawn number of beats in each resample, at least 1
     * @param seed the only source of randomness
     * @return empty if there are no answers
     */
    public static Optional<Interval> byBeat(Answers answers, long drawn, long seed) {
        if (drawn < 1) {
            throw new IllegalArgumentException("drawn must be at least 1: " + drawn);
        }
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        CalibrationGaps gaps = CalibrationGaps.of(answers);
        Draws draws = Draws.of(seed, "bootstrap/calibration/beats");
        int[][] rows = new int[LANES][Math.toIntExact(drawn)];
        double[] errors = new double[Bootstrap.RESAMPLES];
        for (int resample = 0; resample < errors.length; resample += LANES) {
            for (int[] row : rows) {
                draws.fill(row, gaps.size());
            }
            double[][] sums = sums(gaps, rows);
            for (int lane = 0; lane < LANES; lane++) {
                errors[resample + lane] = CalibrationGaps.error(sums[lane], drawn);
            }
        }
        return Optional.of(interval(gaps.error(), errors));
    }

    /** The sums of the gaps in each bin of several resamples: side by side, since no addition to one has to wait for another's. */
    private static double[][] sums(CalibrationGaps gaps, int[][] rows) {
        double[] first = new double[CalibrationGaps.BINS];
        double[] second = new double[CalibrationGaps.BINS];
        double[] third = new double[CalibrationGaps.BINS];
        double[] fourth = new double[CalibrationGaps.BINS];
        for (int i = 0; i < rows[0].length; i++) {
            first[gaps.bin(rows[0][i])] += gaps.gap(rows[0][i]);
            second[gaps.bin(rows[1][i])] += gaps.gap(rows[1][i]);
            third[gaps.bin(rows[2][i])] += gaps.gap(rows[2][i]);
            fourth[gaps.bin(rows[3][i])] += gaps.gap(rows[3][i]);
        }
        return new double[][] {first, second, third, fourth};
    }

    private static Map<String, Gaps> bySubject(Answers answers, CalibrationGaps gaps) {
        Map<String, Gaps> subjects = new LinkedHashMap<>();
        for (int answer = 0; answer < gaps.size(); answer++) {
            double[] sums = new double[CalibrationGaps.BINS];
            sums[gaps.bin(answer)] = gaps.gap(answer);
            subjects.merge(answers.beat(answer).subject(), new Gaps(sums, 1), CalibrationBootstrap::plus);
        }
        return subjects;
    }

    private static Gaps sum(Stream<Gaps> units) {
        return units.reduce(new Gaps(new double[CalibrationGaps.BINS], 0), CalibrationBootstrap::plus);
    }

    private static Gaps plus(Gaps one, Gaps other) {
        double[] sums = one.sums.clone();
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] += other.sums[bin];
        }
        return new Gaps(sums, one.answers + other.answers);
    }

    private static double error(Gaps gaps) {
        return CalibrationGaps.error(gaps.sums, gaps.answers);
    }

    private static Interval interval(double estimate, Supplier<Double> resample) {
        return interval(
                estimate,
                Stream.generate(resample)
                        .limit(Bootstrap.RESAMPLES)
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    private static Interval interval(double estimate, double... errors) {
        Sample sample = Sample.of(errors);
        double tail = (1 - Bootstrap.CONFIDENCE) / 2;
        return new Interval(sample.quantile(tail), estimate, sample.quantile(1 - tail));
    }
}
