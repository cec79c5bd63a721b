package org.beatbench.contract;

import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;

/**
 * Small, seeded sets of beats of three classes that differ in shape: a bump, early or late or upside down. Like real ones
 * they are scaled to 0..1, and padded with zeros from a length on that differs from beat to beat.
 */
final class ToyBeats {

    static final List<String> CLASSES = List.of("early", "late", "inverted");

    private static final int LENGTH = 64;
    private static final int SHORTEST = 40;

    private final double noise;
    private final int[] counts;

    private ToyBeats(double noise, int... counts) {
        this.noise = noise;
        this.counts = counts;
    }

    /** Classes that every classifier should tell apart, 60 beats each. */
    static ToyBeats separable() {
        return new ToyBeats(0.05, 60, 60, 60);
    }

    /** Classes that overlap, 60 beats each. */
    static ToyBeats noisy() {
        return new ToyBeats(0.6, 60, 60, 60);
    }

    /** Classes that overlap, the first ten times as frequent as the last. */
    static ToyBeats imbalanced() {
        return new ToyBeats(0.4, 150, 30, 15);
    }

    /** As separable, but the last class has no beat. */
    static ToyBeats lackingAClass() {
        return new ToyBeats(0.05, 60, 60, 0);
    }

    /** As separable, but the last class has one beat only. */
    static ToyBeats withASingleBeat() {
        return new ToyBeats(0.05, 60, 60, 1);
    }

    /** Overlapping classes, and enough beats to be busy with. */
    static ToyBeats many() {
        return new ToyBeats(0.4, 2000, 1500, 1500);
    }

    /** The beats of a seed, classes mixed. Another seed gives other beats of the same kind. */
    Beats draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] left = counts.clone();
        int all = left[0] + left[1] + left[2];
        Beats.Builder beats = Beats.builder(CLASSES, LENGTH);
        for (; all > 0; all--) {
            int place = random.nextInt(all);
            int label = 0;
            while (place >= left[label]) {
                place -= left[label];
                label++;
            }
            left[label]--;
            int unpadded = random.nextInt(SHORTEST, LENGTH + 1);
            beats.add(shape(label, unpadded, random), Beat.anonymous(label, unpadded));
        }
        return beats.build();
    }

    private float[] shape(int label, int unpadded, SplittableRandom random) {
        double centre = (label == 1 ? 26 : 12) + random.nextDouble(-2, 2);
        double width = random.nextDouble(3, 4);
        float[] samples = new float[LENGTH];
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < unpadded; i++) {
            double bump = Math.exp(-Math.pow((i - centre) / width, 2));
            samples[i] = (float) ((label == 2 ? -bump : bump) + noise * random.nextDouble(-1, 1));
            lowest = Math.min(lowest, samples[i]);
            highest = Math.max(highest, samples[i]);
        }
        for (int i = 0; i < unpadded; i++) {
            samples[i] = (samples[i] - lowest) / (highest - lowest);
        }
        return samples;
    }
}
