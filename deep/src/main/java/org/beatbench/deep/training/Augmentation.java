package org.beatbench.deep.training;

import java.util.SplittableRandom;
import org.beatbench.api.Form;

/**
 * Changes training beats a little, anew in every epoch, so that a network learns what does not matter. A beat is stretched in
 * time first, by linear interpolation, which changes its length; all its channels are stretched by the same. Then noise is added
 * to each. Features stay what they are.
 */
final class Augmentation {

    private final double noise;
    private final double stretch;
    private final int channels;
    private final float[] original;

    Augmentation(TrainingSettings settings, Form form) {
        this(settings.noise(), settings.stretch(), form);
    }

    private Augmentation(double noise, double stretch, Form form) {
        this.noise = noise;
        this.stretch = stretch;
        this.channels = form.channels().size();
        this.original = new float[form.samples()];
    }

    /** Changes nothing. */
    static Augmentation none(Form form) {
        return new Augmentation(0, 0, form);
    }

    /**
     * Changes a beat in place.
     *
     * @param row the beat's row; each channel is zero behind the length
     * @param length samples of each channel that are signal
     * @param seed the only source of randomness
     * @return the new length
     */
    int apply(float[] row, int length, long seed) {
        if (noise == 0 && stretch == 0) {
            return length;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int stretched = stretch == 0 ? length : stretched(row, length, random);
        if (noise > 0) {
            for (int channel = 0; channel < channels; channel++) {
                int start = channel * original.length;
                for (int i = start; i < start + stretched; i++) {
                    row[i] += (float) (noise * gaussian(random));
                }
            }
        }
        return stretched;
    }

    private int stretched(float[] row, int length, SplittableRandom random) {
        double factor = 1 + stretch * (2 * random.nextDouble() - 1);
        int longer = Math.max(1, Math.min(original.length, (int) Math.round(length * factor)));
        for (int channel = 0; channel < channels; channel++) {
            int start = channel * original.length;
            System.arraycopy(row, start, original, 0, length);
            for (int i = 0; i < longer; i++) {
                double place = Math.min(length - 1, i / factor);
                int before = (int) place;
                int after = Math.min(length - 1, before + 1);
                float share = (float) (place - before);
                row[start + i] = original[before] + share * (original[after] - original[before]);
            }
            java.util.Arrays.fill(row, start + longer, start + original.length, 0f);
        }
        return longer;
    }

    /** A standard normal draw (Box and Muller 1958). */
    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
