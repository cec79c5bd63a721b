package org.beatbench.classical;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;

/** How the samples of a beat become the features of a Tribuo example: names, order and rounding. */
final class TribuoFeatures {

    private final String[] names;
    private final int steps;

    private TribuoFeatures(String[] names, int steps) {
        this.names = names;
        this.steps = steps;
    }

    /** Samples as they are. */
    static TribuoFeatures of(int length) {
        return rounded(length, 0);
    }

    /** Samples rounded to a fixed grid of {@code steps} per unit, which is fitted to nothing; 0 leaves them as they are. */
    static TribuoFeatures rounded(int length, int steps) {
        // Tribuo orders features by name, so the names are padded with zeros
        int digits = Math.max(3, Integer.toString(length - 1).length());
        String[] names = IntStream.range(0, length)
                .mapToObj(i -> String.format(Locale.ROOT, "t%0" + digits + "d", i))
                .toArray(String[]::new);
        return new TribuoFeatures(names, steps);
    }

    /** Steps per unit that samples are rounded to, 0 for none. */
    int steps() {
        return steps;
    }

    int length() {
        return names.length;
    }

    String name(int sample) {
        return names[sample];
    }

    /**
     * The values of all beats, row-major.
     *
     * @throws IllegalArgumentException if beats have another length, or a sample is not finite
     */
    float[] values(Beats beats) {
        if (beats.length() != length()) {
            throw new IllegalArgumentException("beats must have " + length() + " samples: " + beats.length());
        }
        float[] values = beats.samples().toArray();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "beat " + i / length() + ", sample " + i % length() + ": not a finite number: " + values[i]);
            }
            values[i] = value(values[i]);
        }
        return values;
    }

    /** One row of {@link #values} as a Tribuo example without a label. */
    ArrayExample<Label> example(float[] values, int row) {
        return example(values, row, LabelFactory.UNKNOWN_LABEL);
    }

    ArrayExample<Label> example(float[] values, int row, Label label) {
        double[] features = new double[length()];
        Arrays.setAll(features, i -> values[row * length() + i]);
        return new ArrayExample<>(label, names, features);
    }

    private float value(float sample) {
        // adding zero makes one zero of the two, which Tribuo's tree would tell apart
        return 0f + (steps == 0 ? sample : Math.round(sample * steps) / (float) steps);
    }
}
