package org.example.randomforest;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;

/** How the samples of a beat become the features of Tribuo: their names and the fixed grid they are rounded to. */
final class Grid {

    private final String[] names;
    private final int steps;

    /**
     * A grid.
     *
     * @param steps per unit, 0 for samples as they are
     */
    Grid(int width, int steps) {
        // Tribuo numbers features in the order of their names
        int digits = Integer.toString(width - 1).length();
        this.names = IntStream.range(0, width)
                .mapToObj(column -> String.format(Locale.ROOT, "t%0" + digits + "d", column))
                .toArray(String[]::new);
        this.steps = steps;
    }

    int width() {
        return names.length;
    }

    String name(int column) {
        return names[column];
    }

    /** The samples of all beats, row after row. */
    float[] values(Beats beats) {
        if (beats.length() != width()) {
            throw new IllegalArgumentException("beats must have " + width() + " numbers: " + beats.length());
        }
        float[] values = beats.samples().toArray();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("beat " + i / width() + ": not a finite number: " + values[i]);
            }
            // adding zero makes one zero of the two, which Tribuo would tell apart
            values[i] = 0f + (steps == 0 ? values[i] : Math.round(values[i] * steps) / (float) steps);
        }
        return values;
    }

    ArrayExample<Label> example(float[] values, int row, Label label) {
        double[] features = new double[width()];
        Arrays.setAll(features, column -> values[row * width() + column]);
        return new ArrayExample<>(label, names, features);
    }
}
