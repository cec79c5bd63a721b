package org.beatbench.data.detector;

import java.util.Arrays;

/** Where annotators put the mark of a beat: at the sample of the QRS complex that is farthest from the level around it. */
final class Placement {

    /** From the peak of the envelope, in seconds. */
    private static final double REACH = 0.05;

    /** On either side of the peak, in seconds: what the level around is the median of. */
    private static final double AROUND = 0.15;

    private final int reach;
    private final int around;

    Placement(double rate) {
        this.reach = (int) Math.round(REACH * rate);
        this.around = (int) Math.round(AROUND * rate);
    }

    /** The place of the mark, of samples from the first that is kept up to a last, exclusive. */
    long of(Peak peak, Lead lead, long first, long end) {
        long from = Math.max(first, peak.sample() - around);
        double[] samples = new double[(int) (Math.min(end, peak.sample() + around + 1) - from)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = lead.sample(from + i);
        }
        Arrays.sort(samples);
        double level = samples[samples.length / 2];
        long best = peak.sample();
        double farthest = -1;
        for (long at = Math.max(first, peak.sample() - reach); at < Math.min(end, peak.sample() + reach + 1); at++) {
            double distance = Math.abs(lead.sample(at) - level);
            if (distance > farthest) {
                farthest = distance;
                best = at;
            }
        }
        return best;
    }
}
