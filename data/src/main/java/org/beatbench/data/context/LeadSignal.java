package org.beatbench.data.context;

import org.beatbench.data.beats.BeatCutter;

/**
 * One lead as shapes are compared on it: its baseline taken off, at {@value BeatCutter#BEAT_RATE} samples a second.
 *
 * <p>The baseline is what two running medians of about 0.2 and 0.6 s leave (after de Chazal, O'Dwyer and Reilly 2004,
 * section II.B), computed on means of 72 a second and interpolated between them.
 */
final class LeadSignal {

    /** Samples that one mean of the baseline stands for: 72 a second. */
    private static final int NODE = BeatCutter.RECORDING_RATE / 72;

    private static final int SHORT_WINDOW = 15;
    private static final int LONG_WINDOW = 43;
    private static final int STEP = BeatCutter.RECORDING_RATE / BeatCutter.BEAT_RATE;

    private final double[] samples;

    private LeadSignal(double[] samples) {
        this.samples = samples;
    }

    /**
     * Prepares a lead. A day of it takes a quarter of a gigabyte, so nothing is copied.
     *
     * @param recorded at {@value BeatCutter#RECORDING_RATE} samples a second, in any unit; NaN where one is missing; it is changed
     */
    static LeadSignal of(double[] recorded) {
        bridge(recorded);
        double[] baseline = RunningMedian.of(RunningMedian.of(means(recorded, NODE), SHORT_WINDOW), LONG_WINDOW);
        for (int i = 0; i < recorded.length; i++) {
            recorded[i] -= between(baseline, (i - NODE / 2) / (double) NODE);
        }
        return new LeadSignal(means(recorded, STEP));
    }

    /** Copies {@code count} samples from {@code first} on; the first and the last value go on beyond the ends. */
    void copy(int first, double[] target, int count) {
        for (int k = 0; k < count; k++) {
            target[k] = samples[Math.max(0, Math.min(samples.length - 1, first + k))];
        }
    }

    /** Means of so many values each; what is left over at the end belongs to the last. */
    private static double[] means(double[] values, int of) {
        double[] means = new double[Math.max(1, values.length / of)];
        for (int i = 0; i < means.length; i++) {
            int end = i == means.length - 1 ? values.length : (i + 1) * of;
            double sum = 0;
            for (int k = i * of; k < end; k++) {
                sum += values[k];
            }
            means[i] = sum / (end - i * of);
        }
        return means;
    }

    private static double between(double[] nodes, double place) {
        int below = Math.max(0, Math.min(nodes.length - 1, (int) Math.floor(place)));
        int above = Math.min(nodes.length - 1, below + 1);
        double part = Math.max(0, Math.min(1, place - below));
        return nodes[below] + part * (nodes[above] - nodes[below]);
    }

    /** Draws a straight line over missing samples, so that a gap spoils nothing around it; a lead of none but gaps is 0. */
    private static void bridge(double[] whole) {
        int known = -1;
        for (int i = 0; i <= whole.length; i++) {
            if (i < whole.length && Double.isNaN(whole[i])) {
                continue;
            }
            double left = known >= 0 ? whole[known] : i < whole.length ? whole[i] : 0;
            double right = i < whole.length ? whole[i] : left;
            for (int k = known + 1; k < i; k++) {
                whole[k] = left + (right - left) * (k - known) / (i - known);
            }
            known = i;
        }
    }
}
