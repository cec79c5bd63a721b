package org.beatbench.reports.recording;

import java.util.Arrays;

/** The least and the greatest sample of each short stretch of a signal: what can be seen of a day at a glance, and nothing is lost that sticks out. */
final class Envelope {

    private static final double FINEST = 0.2;
    private static final int MOST = 200_000;

    private final int every;
    private final int[] low;
    private final int[] high;

    private Envelope(int every, int[] low, int[] high) {
        this.every = every;
        this.low = low;
        this.high = high;
    }

    /** The envelope of stretches of a fifth of a second, or of a recording of more than eleven hours longer ones. */
    static Envelope of(EcgTrace trace) {
        double seconds = Math.max(FINEST, trace.seconds() / MOST);
        return of(trace, (int) Math.max(1, Math.ceil(seconds * trace.rate())));
    }

    /** The envelope of stretches of so many samples; the last may be shorter. */
    static Envelope of(EcgTrace trace, int every) {
        int count = (trace.size() + every - 1) / every;
        int[] low = new int[count];
        int[] high = new int[count];
        for (int i = 0; i < count; i++) {
            int least = Integer.MAX_VALUE;
            int greatest = EcgTrace.MISSING;
            for (int sample = i * every; sample < Math.min(trace.size(), (long) (i + 1) * every); sample++) {
                int value = trace.samples().applyAsInt(sample);
                if (value != EcgTrace.MISSING) {
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
            }
            low[i] = greatest == EcgTrace.MISSING ? EcgTrace.MISSING : least;
            high[i] = greatest;
        }
        return new Envelope(every, low, high);
    }

    /** The same with so many times longer stretches. */
    Envelope coarser(int times) {
        int count = (low.length + times - 1) / times;
        int[] lower = new int[count];
        int[] higher = new int[count];
        Arrays.fill(lower, EcgTrace.MISSING);
        Arrays.fill(higher, EcgTrace.MISSING);
        for (int i = 0; i < low.length; i++) {
            if (!isMissing(i)) {
                int place = i / times;
                boolean isFirst = lower[place] == EcgTrace.MISSING;
                lower[place] = isFirst ? low[i] : Math.min(lower[place], low[i]);
                higher[place] = isFirst ? high[i] : Math.max(higher[place], high[i]);
            }
        }
        return new Envelope(every * times, lower, higher);
    }

    /** Samples of a stretch. */
    int every() {
        return every;
    }

    /** Number of stretches. */
    int size() {
        return low.length;
    }

    int low(int stretch) {
        return low[stretch];
    }

    int high(int stretch) {
        return high[stretch];
    }

    /** Whether there is no sample in it. */
    boolean isMissing(int stretch) {
        return low[stretch] == EcgTrace.MISSING;
    }

    /** For each stretch its least sample, as {@link Packing#addSample} does, and how much higher its greatest is. */
    String packed() {
        Packing packing = new Packing();
        long before = 0;
        for (int i = 0; i < low.length; i++) {
            before = packing.addSample(low[i], before);
            if (!isMissing(i)) {
                packing.add((long) high[i] - low[i]);
            }
        }
        return packing.text();
    }
}
