package org.beatbench.deep.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One row per beat: means, maxima or all values, then the beat's length where it is to be seen. */
record TimePoolingReference(TimePooling pooling, boolean seesLength, int steps, int channels) implements Reference {

    @Override
    public double[][][] answer(double[][][] input, double[] parameters, Kinks kinks) {
        return Arrays.stream(input)
                .map(beat -> new double[][] {row(beat, kinks)})
                .toArray(double[][][]::new);
    }

    private double[] row(double[][] beat, Kinks kinks) {
        List<Double> row = new ArrayList<>();
        if (pooling == TimePooling.MEAN || pooling == TimePooling.MEAN_MAX) {
            for (int c = 0; c < channels; c++) {
                row.add(Arrays.stream(overTime(beat, c)).average().orElseThrow());
            }
        }
        if (pooling == TimePooling.MAX || pooling == TimePooling.MEAN_MAX) {
            for (int c = 0; c < channels; c++) {
                row.add(kinks.max(overTime(beat, c)));
            }
        }
        if (pooling == TimePooling.FLATTEN) {
            for (int i = 0; i < steps * channels; i++) {
                row.add(i / channels < beat.length ? beat[i / channels][i % channels] : 0);
            }
        }
        if (seesLength) {
            row.add((double) beat.length / steps);
        }
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] overTime(double[][] beat, int channel) {
        return Arrays.stream(beat).mapToDouble(step -> step[channel]).toArray();
    }
}
