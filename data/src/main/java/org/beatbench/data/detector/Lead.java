package org.beatbench.data.detector;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * One lead on its way through the detector: its last samples, its envelope, and how high the envelope rises and lies. Missing samples
 * are taken for a signal that stands still, and what comes after them begins where it stood, so that a gap has no edges.
 */
final class Lead {

    /** What a converter can hardly give; taken for missing. */
    private static final double LARGEST = 1e9;

    /** Samples of a stretch that its median is taken from: enough, and sorting all would take longer than all else. */
    private static final int SAMPLED = 90;

    /** Below this the envelope does not rise out of its usual height, as of noise, which rises 1.4 to 2.3 times as high. */
    private static final double LEAST_RISE = 2.4;

    /** A lead that rises higher is not better than one that rises so. */
    private static final double MOST_RISE = 30;

    /** How fast the long-term height follows that of a stretch. */
    private static final double FOLLOWING = 0.02;

    /** Of the long-term height, what a stretch may be lower: where the heart pauses, noise is not to become beats. */
    private static final double LEAST_LEVEL = 0.15;

    private final int mask;
    private final double[] samples;
    private final double[] energies;
    private final Envelope envelope;
    private final int delay;
    private final int around;
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private double offset = Double.NaN;
    private double held;
    private double longTerm;
    private double weight;

    /** How high the envelope rises in a stretch of the signal, and where it mostly lies. */
    private record Stretch(double top, double middle) {}

    /**
     * A lead of which nothing came yet.
     *
     * @param capacity samples that are kept, a power of 2
     * @param around stretches before and after one that say what is usual there
     */
    Lead(double rate, int capacity, int around) {
        this.mask = capacity - 1;
        this.samples = new double[capacity];
        this.energies = new double[capacity];
        this.envelope = new Envelope(rate);
        this.delay = envelope.delay();
        this.around = around;
    }

    int delay() {
        return delay;
    }

    void add(long at, double sample) {
        if (Math.abs(sample) < LARGEST) {
            if (Double.isNaN(offset)) {
                offset = held - sample;
            }
            held = sample + offset;
        } else {
            offset = Double.NaN;
        }
        samples[(int) (at & mask)] = held;
        double energy = envelope.next(held);
        if (at >= delay) {
            energies[(int) ((at - delay) & mask)] = energy;
        }
    }

    double sample(long at) {
        return samples[(int) (at & mask)];
    }

    /** A stretch of the envelope is complete. */
    void endStretch(long from, long to) {
        double top = 0;
        for (long at = from; at < to; at++) {
            top = Math.max(top, energies[(int) (at & mask)]);
        }
        int step = (int) Math.max(1, (to - from) / SAMPLED);
        double[] some = new double[(int) ((to - from) / step)];
        for (int i = 0; i < some.length; i++) {
            some[i] = energies[(int) ((from + (long) i * step) & mask)];
        }
        stretches.addLast(new Stretch(Math.sqrt(top), Math.sqrt(median(some))));
        if (stretches.size() > 2 * around + 1) {
            stretches.removeFirst();
        }
    }

    /**
     * Says how much the lead is worth in the next stretch.
     *
     * @param first of the stretches that are kept, the first that counts
     */
    double weigh(int first, int count) {
        double[] tops = new double[count];
        double[] middles = new double[count];
        Iterator<Stretch> kept = stretches.iterator();
        for (int i = 0; i < first; i++) {
            kept.next();
        }
        for (int i = 0; i < count; i++) {
            Stretch stretch = kept.next();
            tops[i] = stretch.top();
            middles[i] = stretch.middle();
        }
        double top = median(tops);
        longTerm = longTerm == 0 ? top : longTerm + FOLLOWING * (top - longTerm);
        double level = Math.max(top, LEAST_LEVEL * longTerm);
        // By what there is now: a lead that was lost is worth nothing, whatever it was before.
        double rise = top > 0 ? top / Math.max(median(middles), top / MOST_RISE) : 0;
        if (rise < LEAST_RISE) {
            weight = 0;
            return 0;
        }
        weight = rise * rise / (level * level);
        return rise * rise;
    }

    /** How many stretches are kept. */
    int stretches() {
        return stretches.size();
    }

    /** What it adds to the squared height of all leads together, before it is divided by the sum of what all are worth. */
    double share(long at) {
        return weight * energies[(int) (at & mask)];
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
