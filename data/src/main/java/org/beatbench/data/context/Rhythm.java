package org.beatbench.data.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.beatbench.api.Input;

/**
 * The intervals between the beats of a recording, and what they say of each: ratios to what is usual around it. An interval
 * beyond a pause of {@value #LONGEST} s counts as one of that length.
 *
 * <p>What is usual follows, for {@link Reference#LATE}, Liu et al. 2022 (Front. Physiol. 13:844161): the mean of the longer
 * half of {@value #WINDOW} intervals.
 */
final class Rhythm {

    private static final int WINDOW = 60;
    private static final int NEAR = 20;
    private static final double LONGEST = 3;
    private static final double SHORTEST = 0.05;

    /** The interval before a recording's first beat, when nothing else may be known: 75 beats a minute. */
    private static final double UNKNOWN = 0.8;

    /** A beat that comes this much before its time, as the logarithm of a ratio, is counted as early. */
    private static final double EARLY = -0.15;

    /** A beat that comes no more than this before its time is a late one. */
    private static final double LATE = -0.128;

    private final boolean causal;
    /** Seconds before each beat; one more at the end, after the last. */
    private final double[] intervals;

    private final double[] usual;
    private final double[] longQuartile;
    /** Logarithm of each interval over what is usual. */
    private final double[] lead;

    private Rhythm(double[] intervals, Reference reference, boolean causal) {
        this.causal = causal;
        this.intervals = intervals;
        int size = intervals.length - 1;
        this.usual = new double[size];
        this.longQuartile = new double[size];
        this.lead = new double[size];
        for (int i = 0; i < size; i++) {
            double[] around = Order.sorted(around(i));
            usual[i] = reference == Reference.LATE ? laterHalf(around) : Order.quantile(around, 0.5);
            longQuartile[i] = Order.quantile(around, 0.75);
            lead[i] = Math.log(intervals[i] / usual[i]);
        }
    }

    /**
     * The rhythm of beats.
     *
     * @param seconds when they come, ascending
     * @param causal whether to use nothing of later beats
     */
    static Rhythm of(double[] seconds, Reference reference, boolean causal) {
        double[] intervals = new double[seconds.length + 1];
        for (int i = 1; i < seconds.length; i++) {
            intervals[i] = Math.max(SHORTEST, seconds[i] - seconds[i - 1]);
        }
        double unknown = UNKNOWN;
        if (!causal && seconds.length > 1) {
            unknown = Order.quantile(Order.sorted(Arrays.copyOfRange(intervals, 1, seconds.length)), 0.5);
        }
        intervals[0] = unknown;
        intervals[seconds.length] = unknown;
        return new Rhythm(intervals, reference, causal);
    }

    /** What {@link #copy} gives, in its order. */
    static List<Input> inputs(boolean causal) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("rr-before", "", "log of the interval before over the usual one", causal));
        inputs.add(new Input("rr-before-last", "", "log of the interval before that over the usual one", causal));
        inputs.add(new Input("rr-change", "", "log of the interval before over the one before that", causal));
        inputs.add(new Input("rr-usual", "", "log of the usual interval in seconds", causal));
        inputs.add(new Input("rr-irregularity", "", "median change of the logarithm of the intervals around", causal));
        inputs.add(new Input("rr-early-share", "", "share of early beats among those around", causal));
        if (!causal) {
            inputs.add(new Input("rr-after", "", "log of the interval after over the usual one", false));
            inputs.add(new Input("rr-before-long", "", "log of the interval before over a long one around", false));
            inputs.add(new Input("rr-after-long", "", "log of the interval after over a long one around", false));
            inputs.add(new Input("rr-turn", "", "log of the interval before over the one after", false));
            inputs.add(new Input("rr-pair", "", "log of both intervals over two usual ones", false));
        }
        return inputs;
    }

    /** Number of beats. */
    int size() {
        return usual.length;
    }

    /** Whether a beat does not come early, so that its shape may be a usual one. */
    boolean isLate(int beat) {
        return lead[beat] > LATE;
    }

    /** Logarithm of the interval before a beat over the usual one: the smaller, the earlier it comes. */
    double lead(int beat) {
        return lead[beat];
    }

    /** Writes the features of a beat into a row. */
    void copy(int beat, float[] row, int start) {
        double before = intervals[beat];
        double previous = intervals[Math.max(0, beat - 1)];
        int at = start;
        row[at++] = (float) lead[beat];
        row[at++] = (float) Math.log(previous / usual[beat]);
        row[at++] = (float) Math.log(before / previous);
        row[at++] = (float) Math.log(usual[beat]);
        row[at++] = (float) irregularity(beat);
        row[at++] = (float) earlyShare(beat);
        if (!causal) {
            double after = intervals[beat + 1];
            row[at++] = (float) Math.log(after / usual[beat]);
            row[at++] = (float) Math.log(before / longQuartile[beat]);
            row[at++] = (float) Math.log(after / longQuartile[beat]);
            row[at++] = (float) Math.log(before / after);
            row[at] = (float) Math.log((before + after) / (2 * usual[beat]));
        }
    }

    private double irregularity(int beat) {
        int from = nearFrom(beat) + 1;
        int to = nearTo(beat);
        double[] changes = new double[Math.max(0, to - from)];
        for (int i = from; i < to; i++) {
            changes[i - from] = Math.abs(Math.log(intervals[i] / intervals[i - 1]));
        }
        return changes.length == 0 ? 0 : Order.median(changes, changes.length);
    }

    private double earlyShare(int beat) {
        int from = nearFrom(beat);
        int to = nearTo(beat);
        int early = 0;
        for (int i = from; i < to; i++) {
            early += lead[i] < EARLY ? 1 : 0;
        }
        return (double) early / (to - from);
    }

    private int nearFrom(int beat) {
        return Math.max(0, causal ? beat - 2 * NEAR : beat - NEAR);
    }

    private int nearTo(int beat) {
        return causal ? beat + 1 : Math.min(size(), beat + NEAR + 1);
    }

    /** The intervals by which a beat is measured, long pauses cut. */
    private double[] around(int beat) {
        int beats = intervals.length - 1;
        int to = causal ? beat + 1 : Math.min(beats, Math.max(0, beat - WINDOW / 2) + WINDOW);
        int from = Math.max(0, to - WINDOW);
        double[] around = new double[to - from];
        for (int i = from; i < to; i++) {
            around[i - from] = Math.min(LONGEST, intervals[i]);
        }
        return around;
    }

    private static double laterHalf(double[] ascending) {
        double sum = 0;
        for (int i = ascending.length / 2; i < ascending.length; i++) {
            sum += ascending[i];
        }
        return sum / (ascending.length - ascending.length / 2);
    }
}
