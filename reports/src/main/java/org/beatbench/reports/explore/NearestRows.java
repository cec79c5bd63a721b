package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Searches the nearest row of a few rows at a time, so that each row is read from memory once for all of them. */
final class NearestRows {

    private static final int BATCH = 50;

    /** Values compared before asking whether it is still worth going on. */
    private static final int BLOCK = 16;

    private final float[][] rows;
    private final int[] asked;
    private final int[] nearest;
    private final float[] least;

    private NearestRows(float[][] rows, int[] asked) {
        this.rows = rows;
        this.asked = asked;
        this.nearest = asked.clone();
        this.least = new float[asked.length];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
    }

    /** For each asked row the number of the row that is nearest to it by Euclidean distance, of equals the first found. */
    static int[] of(float[][] rows, int[] asked) {
        int batches = (asked.length + BATCH - 1) / BATCH;
        return IntStream.range(0, batches)
                .parallel()
                .mapToObj(
                        batch -> Arrays.copyOfRange(asked, batch * BATCH, Math.min((batch + 1) * BATCH, asked.length)))
                .flatMapToInt(part -> Arrays.stream(new NearestRows(rows, part).search()))
                .toArray();
    }

    private int[] search() {
        // Neighbours in the data set are often alike, and a near one at the start spares work on all the rest.
        for (int i = 0; i < asked.length; i++) {
            int end = Math.min(rows.length, asked[i] + BATCH);
            for (int row = Math.max(0, asked[i] - BATCH); row < end; row++) {
                compare(i, row);
            }
        }
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < asked.length; i++) {
                compare(i, row);
            }
        }
        return nearest;
    }

    private void compare(int i, int row) {
        if (row != asked[i]) {
            float distance = distance(rows[asked[i]], rows[row], least[i]);
            if (distance < least[i]) {
                least[i] = distance;
                nearest[i] = row;
            }
        }
    }

    /** The squared distance, or something that is not below {@code enough}. */
    private static float distance(float[] a, float[] b, float enough) {
        float sum = 0;
        for (int start = 0; start < a.length; start += BLOCK) {
            int end = Math.min(start + BLOCK, a.length);
            for (int i = start; i < end; i++) {
                float difference = a[i] - b[i];
                sum += difference * difference;
            }
            if (sum >= enough) {
                return sum;
            }
        }
        return sum;
    }
}
