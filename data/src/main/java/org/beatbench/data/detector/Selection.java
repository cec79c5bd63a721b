package org.beatbench.data.detector;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells beats from other peaks of the envelope by height, by what is usual around, and by the time to the beats before and after.
 * Each peak is judged by what its neighbours were judged to be, some times over, so that later beats help to judge earlier ones.
 * This stands for the thresholds, the T-wave discrimination and the search back of Pan and Tompkins 1985 and Hamilton 2002, with a
 * look ahead. All heights are in units of the median beat, all constants were tuned on DS1.
 */
final class Selection {

    /** From this height on a peak is taken for a beat before anything else is known. */
    private static final double BEGINNING = 0.661;

    private static final double LOWEST = 0.34;

    /** Nearer than this to a higher beat, in seconds, lie P and T waves, which must be nearly as high as beats to count. */
    private static final double WAVE_DISTANCE = 0.306;

    private static final double LOWEST_NEAR_BEAT = 0.913;

    /** In an interval up to this, in units of the usual one, nothing is missing, so that what lies within must be higher. */
    private static final double WHOLE_INTERVAL = 1.3;

    private static final double LOWEST_WITHIN = 0.5;

    /** In an interval from this on something is missing, and what stands out of the noise is it. */
    private static final double LONG_INTERVAL = 1.725;

    /** Of the usual interval, how far from both beats a missing one lies at least. */
    private static final double LEAST_DISTANCE = 0.4;

    private static final double LOWEST_MISSING = 0.12;

    /** A missing beat is so much higher than the peaks around it that are none. */
    private static final double ABOVE_NOISE = 1.5;

    /** Of the heights of these, which counts. */
    private static final double NOISE_QUANTILE = 0.75;

    private static final int NOISE_PEAKS = 6;
    private static final int FEWEST_NOISE_PEAKS = 3;

    /** What is higher is no beat but a loose electrode. */
    private static final double HIGHEST = 15;

    /** Two beats lie no nearer to one another, in seconds. */
    private static final double REFRACTORY = 0.23;

    /** Of the heights of the beats around, which is usual. */
    private static final double USUAL_QUANTILE = 0.425;

    /** Beats on either side that say what is usual. */
    private static final int AROUND = 8;

    private static final int PASSES = 3;

    private final double rate;

    Selection(double rate) {
        this.rate = rate;
    }

    /** Judges all that are not settled. */
    void judge(List<Peak> peaks) {
        for (Peak peak : peaks) {
            if (!peak.isSettled()) {
                peak.accept(peak.height() > BEGINNING);
            }
        }
        for (int pass = 0; pass < PASSES; pass++) {
            boolean[] accepted = new boolean[peaks.size()];
            for (int i = 0; i < accepted.length; i++) {
                Peak peak = peaks.get(i);
                accepted[i] = peak.isSettled() ? peak.isAccepted() : isBeat(peaks, i);
            }
            keepApart(peaks, accepted);
            for (int i = 0; i < accepted.length; i++) {
                peaks.get(i).accept(accepted[i]);
            }
        }
    }

    /** Of two that are too near, the higher stays. */
    private void keepApart(List<Peak> peaks, boolean[] accepted) {
        for (int i = 0; i < accepted.length; i++) {
            Peak peak = peaks.get(i);
            for (int j = i + 1; accepted[i] && j < accepted.length; j++) {
                Peak next = peaks.get(j);
                if (next.sample() - peak.sample() >= REFRACTORY * rate) {
                    break;
                }
                if (accepted[j] && next.height() > peak.height() && !peak.isSettled()) {
                    accepted[i] = false;
                } else {
                    accepted[j] = false;
                }
            }
        }
    }

    private boolean isBeat(List<Peak> peaks, int place) {
        Peak peak = peaks.get(place);
        Usual usual = usual(peaks, place);
        double height = peak.height() / usual.height();
        if (height > HIGHEST) {
            return false;
        }
        Peak before = beat(peaks, place, -1);
        Peak after = beat(peaks, place, 1);
        if (isWaveOf(before, peak) || isWaveOf(after, peak)) {
            return height > LOWEST_NEAR_BEAT;
        }
        if (before == null || after == null) {
            return height > LOWEST;
        }
        double interval = (after.sample() - before.sample()) / usual.interval();
        if (interval < WHOLE_INTERVAL) {
            return height > LOWEST_WITHIN;
        }
        long nearest = Math.min(after.sample() - peak.sample(), peak.sample() - before.sample());
        if (interval > LONG_INTERVAL && nearest > LEAST_DISTANCE * usual.interval()) {
            double noise = ABOVE_NOISE * noise(peaks, place) / usual.height();
            return height > Math.min(LOWEST, Math.max(LOWEST_MISSING, noise));
        }
        return height > LOWEST;
    }

    private boolean isWaveOf(@Nullable Peak beat, Peak peak) {
        return beat != null
                && Math.abs(beat.sample() - peak.sample()) < WAVE_DISTANCE * rate
                && peak.height() < beat.height();
    }

    /** The next beat in a direction. */
    private static @Nullable Peak beat(List<Peak> peaks, int place, int direction) {
        for (int i = place + direction; i >= 0 && i < peaks.size(); i += direction) {
            if (peaks.get(i).isAccepted()) {
                return peaks.get(i);
            }
        }
        return null;
    }

    /** What the beats around are like: how high, and how far apart in samples. */
    private record Usual(double height, double interval) {}

    private Usual usual(List<Peak> peaks, int place) {
        double[] heights = new double[2 * AROUND];
        double[] intervals = new double[2 * AROUND];
        int heightCount = 0;
        int intervalCount = 0;
        Peak self = peaks.get(place);
        for (int direction = -1; direction <= 1; direction += 2) {
            Peak last = self.isAccepted() ? self : null;
            int found = 0;
            for (int i = place + direction; i >= 0 && i < peaks.size() && found < AROUND; i += direction) {
                Peak peak = peaks.get(i);
                if (!peak.isAccepted()) {
                    continue;
                }
                heights[heightCount++] = peak.height();
                if (last != null) {
                    intervals[intervalCount++] = Math.abs(peak.sample() - last.sample());
                }
                last = peak;
                found++;
            }
        }
        return new Usual(
                quantile(heights, heightCount, USUAL_QUANTILE, self.height()),
                quantile(intervals, intervalCount, 0.5, rate));
    }

    /** How high the peaks around are that are no beats; 0 if there are too few. */
    private static double noise(List<Peak> peaks, int place) {
        double[] heights = new double[2 * NOISE_PEAKS];
        int count = 0;
        for (int i = place - 1; i >= 0 && count < NOISE_PEAKS; i--) {
            if (!peaks.get(i).isAccepted()) {
                heights[count++] = peaks.get(i).height();
            }
        }
        for (int i = place + 1; i < peaks.size() && count < heights.length; i++) {
            if (!peaks.get(i).isAccepted()) {
                heights[count++] = peaks.get(i).height();
            }
        }
        return count < FEWEST_NOISE_PEAKS ? 0 : quantile(heights, count, NOISE_QUANTILE, 0);
    }

    private static double quantile(double[] values, int count, double quantile, double otherwise) {
        Arrays.sort(values, 0, count);
        return count == 0 ? otherwise : values[(int) (count * quantile)];
    }
}
