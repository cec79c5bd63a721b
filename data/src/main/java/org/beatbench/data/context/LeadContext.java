package org.beatbench.data.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The beats of a recording in one lead, beside what is usual there. */
final class LeadContext {

    private static final double GREATEST = 8;
    private static final double GREATEST_FEATURE = 50;
    private static final double GREATEST_DEVIATION = 15;

    /** Of a normal distribution, the interquartile range in standard deviations. */
    private static final double QUARTILES = 1.349;

    private static final double LEAST_SPREAD = 0.02;
    private static final double LEAST_MEDIAN = 0.05;

    private final Windows windows;
    /** For each beat the usual one it is compared with; mostly the same for many. */
    private final Shape.Usual[] usual;

    /** By how much each beat is shifted to lie on it. */
    private final int[] shifts;

    private final double[][] features;
    /** Median and spread of each standardised feature over usual beats; empty where the future is not to be known. */
    private final double[][] spreads;

    private LeadContext(Windows windows, Shape.Usual[] usual, int[] candidates) {
        this.windows = windows;
        this.usual = usual;
        this.shifts = new int[windows.size()];
        this.features = new double[windows.size()][];
        for (int beat = 0; beat < windows.size(); beat++) {
            double[] window = windows.of(beat);
            shifts[beat] = Shape.shift(window, usual[beat].window());
            features[beat] = Shape.features(Shape.shifted(window, shifts[beat]), usual[beat]);
        }
        this.spreads = candidates.length == 0 ? new double[0][] : spreads(candidates);
    }

    /** Compared with what is usual in the whole recording. */
    static LeadContext whole(Windows windows, Rhythm rhythm, Reference reference) {
        int[] candidates = UsualBeat.candidates(rhythm, reference);
        Shape.Usual usual = new Shape.Usual(UsualBeat.of(windows, candidates));
        Shape.Usual[] same = new Shape.Usual[windows.size()];
        Arrays.fill(same, usual);
        return new LeadContext(windows, same, candidates);
    }

    /** Compared with what was usual before. */
    static LeadContext past(Windows windows, Rhythm rhythm, Reference reference) {
        return new LeadContext(windows, PastBeats.usual(windows, rhythm, reference), new int[0]);
    }

    /** Writes both channels of a beat into a row, and gives the column after them. */
    int copyChannels(int beat, float[] row, int start) {
        double[] compared = usual[beat].window();
        double height = UsualBeat.height(compared);
        double[] window = windows.of(beat);
        double[] aligned = Shape.shifted(window, shifts[beat]);
        for (int k = 0; k < Windows.SIZE; k++) {
            row[start + k] = (float) clipped(window[k] / height, GREATEST);
            row[start + Windows.SIZE + k] = (float) clipped((aligned[k] - compared[k]) / height, GREATEST);
        }
        return start + 2 * Windows.SIZE;
    }

    /** Writes the features of a beat into a row, and gives the column after them. */
    int copyFeatures(int beat, float[] row, int start) {
        int at = start;
        for (double feature : features[beat]) {
            row[at++] = (float) clipped(feature, GREATEST_FEATURE);
        }
        for (int i = 0; i < spreads.length; i++) {
            double deviation = (features[beat][i] - spreads[i][0]) / spreads[i][1];
            row[at++] = (float) clipped(deviation, GREATEST_DEVIATION);
        }
        return at;
    }

    private double[][] spreads(int[] candidates) {
        return IntStream.range(0, Shape.STANDARDISED)
                .mapToObj(feature -> {
                    double[] values = Order.sorted(IntStream.of(candidates)
                            .mapToDouble(beat -> features[beat][feature])
                            .toArray());
                    double median = Order.quantile(values, 0.5);
                    double spread = (Order.quantile(values, 0.75) - Order.quantile(values, 0.25)) / QUARTILES;
                    double least = LEAST_SPREAD * Math.max(Math.abs(median), LEAST_MEDIAN);
                    return new double[] {median, Math.max(spread, least)};
                })
                .toArray(double[][]::new);
    }

    private static double clipped(double value, double greatest) {
        return Math.max(-greatest, Math.min(greatest, value));
    }

    /** What was usual before each beat. */
    private static final class PastBeats {

        private static final int MOST = 60;
        private static final int FEWEST = 12;
        private static final int RENEWED = 8;

        private PastBeats() {}

        /**
         * For each beat the median of the last late beats before the one before it, made anew every {@value #RENEWED} beats;
         * of all beats before it as long as they are few; the first beat is its own.
         */
        static Shape.Usual[] usual(Windows windows, Rhythm rhythm, Reference reference) {
            Shape.Usual[] usual = new Shape.Usual[windows.size()];
            List<Integer> late = new ArrayList<>();
            for (int beat = 0; beat < usual.length; beat++) {
                int latest = beat - 2;
                if (latest >= 0 && (reference == Reference.MEDIAN || rhythm.isLate(latest))) {
                    late.add(latest);
                }
                usual[beat] = beat > 0 && beat > FEWEST && beat % RENEWED != 0
                        ? usual[beat - 1]
                        : new Shape.Usual(UsualBeat.of(windows, past(late, beat)));
            }
            return usual;
        }

        private static int[] past(List<Integer> late, int beat) {
            if (late.size() >= FEWEST) {
                return late.subList(Math.max(0, late.size() - MOST), late.size()).stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
            return beat == 0
                    ? new int[] {0}
                    : IntStream.range(Math.max(0, beat - MOST), beat).toArray();
        }
    }
}
