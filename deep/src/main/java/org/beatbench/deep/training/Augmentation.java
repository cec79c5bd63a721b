package org.beatbench.deep.training;

import java.util.SplittableRandom;

/**
 * Changes training beats a little, anew in every epoch, so that a network learns what does not matter. A beat is stretched in
 * time first, by linear interpolation, which changes its length; then noise is added.
 */
final class Augmentation {

    private final double noise;
    private final double stretch;
    private final float[] original;

    Augmentation(TrainingSettings settings, int width) {
        this.noise = settings.noise();
        this.stretch = settings.stretch();
        this.original = new float[width];
    }

    /**
     * Changes a beat in place.
     *
     * @param samples the samples, zero behind the length
     * @param length samples that are signal
     * @param seed the only source of randomness
     * @return the new length
     */
    int apply(float[] samples, int length, long seed) {
        if (noise == 0 && stretch == 0) {
            return length;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int stretched = stretch == 0 ? length : stretched(samples, length, random);
        if (noise > 0) {
            for (int i = 0; i < stretched; i++) {
                samples[i] += (float) (noise * gaussian(random));
            }
        }
        return stretched;
    }

    private int stretched(float[] samples, int length, SplittableRandom random) {
        double factor = 1 + stretch * (2 * random.nextDouble() - 1);
        int longer = Math.max(1, Math.min(original.length, (int) Math.round(length * factor)));
        System.arraycopy(samples, 0, original, 0, length);
        for (int i = 0; i < longer; i++) {
            double place = Math.min(length - 1, i / factor);
            int before = (int) place;
            int after = Math.min(length - 1, before + 1);
            float share = (float) (place - before);
            samples[i] = original[before] + share * (original[after] - original[before]);
        }
        java.util.Arrays.fill(samples, longer, original.length, 0f);
        return longer;
    }

    /** A standard normal draw (Box and Muller 1958). */
    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
