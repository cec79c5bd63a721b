package org.beatbench.api.perturbation;

import java.util.SplittableRandom;

/**
 * Marks that were set too early or too late, each by itself, as by a detector that finds every beat but not its exact place.
 *
 * @param milliseconds at most so far from its place, either way; every distance up to it is equally likely
 */
public record DisplacedMarks(int milliseconds) implements Perturbation {

    public DisplacedMarks {
        if (milliseconds < 1) {
            throw new IllegalArgumentException("milliseconds must be at least 1: " + milliseconds);
        }
    }

    @Override
    public String kind() {
        return "displaced-marks";
    }

    @Override
    public String strength() {
        return milliseconds + "ms";
    }

    @Override
    public long[] marks(long[] samples, int size, double rate, long seed) {
        SplittableRandom random = new SplittableRandom(Perturbation.seed(seed, kind()));
        double most = milliseconds / 1000.0 * rate;
        long[] moved = new long[samples.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = samples[i] + Math.round(most * (2 * Noise.fraction(random) - 1));
        }
        // Room at the end for those that come later, then order from the start on.
        long latest = size - 1L;
        for (int i = moved.length - 1; i >= 0; i--) {
            moved[i] = Math.min(moved[i], latest);
            latest = moved[i] - apart(samples, i);
        }
        return ascending(samples, moved);
    }

    private static long[] ascending(long[] samples, long[] moved) {
        long earliest = 0;
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.max(moved[i], earliest);
            earliest = moved[i] + (i + 1 < moved.length ? apart(samples, i + 1) : 0);
        }
        return moved;
    }

    /** How far a mark must be behind the one before. */
    private static long apart(long[] samples, int mark) {
        return mark > 0 && samples[mark] > samples[mark - 1] ? 1 : 0;
    }
}
