package org.beatbench.data.context;

import java.util.function.IntToDoubleFunction;
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
     * Prepares a lead. A day of it takes a quarter of a gigabyte, so it is looked at twice from its beginning to its end and not copied.
     *
     * @param recorded gives samples at {@value BeatCutter#RECORDING_RATE} a second, in any unit; NaN where one is missing
     * @param size how many there are
     */
    static LeadSignal of(IntToDoubleFunction recorded, int size) {
        double[] nodes = means(new Bridged(recorded, size), size, NODE);
        double[] baseline = RunningMedian.of(RunningMedian.of(nodes, SHORT_WINDOW), LONG_WINDOW);
        IntToDoubleFunction bridged = new Bridged(recorded, size);
        return new LeadSignal(
                means(i -> bridged.applyAsDouble(i) - between(baseline, (i - NODE / 2) / (double) NODE), size, STEP));
    }

    /** One sample; the first and the last go on beyond the ends. */
    double at(int place) {
        return samples[Math.max(0, Math.min(samples.length - 1, place))];
    }

    /** Copies {@code count} samples from {@code first} on; the first and the last value go on beyond the ends. */
    void copy(int first, double[] target, int count) {
        for (int k = 0; k < count; k++) {
            target[k] = at(first + k);
        }
    }

    /** Means of so many values each, which are asked for in order; what is left over at the end belongs to the last. */
    private static double[] means(IntToDoubleFunction values, int size, int of) {
        double[] means = new double[Math.max(1, size / of)];
        for (int i = 0; i < means.length; i++) {
            int end = i == means.length - 1 ? size : (i + 1) * of;
            double sum = 0;
            for (int k = i * of; k < end; k++) {
                sum += values.applyAsDouble(k);
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

    /**
     * A lead with a straight line over missing samples, so that a gap spoils nothing around it; one of none but gaps is 0. Asked for one
     * sample after the other.
     */
    private static final class Bridged implements IntToDoubleFunction {

        private final IntToDoubleFunction recorded;
        private final int size;
        private int before = -1;
        private int after = -1;
        private double left;
        private double right;

        Bridged(IntToDoubleFunction recorded, int size) {
            this.recorded = recorded;
            this.size = size;
        }

        @Override
        public double applyAsDouble(int place) {
            double sample = recorded.applyAsDouble(place);
            if (!Double.isNaN(sample)) {
                before = place;
                left = sample;
                return sample;
            }
            if (after < place) {
                lookAhead(place);
            }
            return left + (right - left) * (place - before) / (after - before);
        }

        private void lookAhead(int place) {
            after = place + 1;
            while (after < size && Double.isNaN(recorded.applyAsDouble(after))) {
                after++;
            }
            double next = after < size ? recorded.applyAsDouble(after) : 0;
            left = before >= 0 ? left : next;
            right = after < size ? next : left;
        }
    }
}
