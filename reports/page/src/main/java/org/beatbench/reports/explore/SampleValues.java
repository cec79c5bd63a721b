package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;

/**
 * What is odd about the values of beats.
 *
 * @param missing values that are not a number
 * @param infinite values that are infinite
 * @param below finite values below 0
 * @param above finite values above 1
 * @param least the least finite value, NaN if there is none
 * @param greatest the greatest finite value, NaN if there is none
 * @param paddedWith values after the end of a beat that are not 0
 * @param empty beats without a single sample
 * @param constant beats with samples that are all the same
 * @param zeroColumns the samples, counted from the beginning of the beat, that are 0 in every beat
 */
record SampleValues(
        long missing,
        long infinite,
        long below,
        long above,
        double least,
        double greatest,
        long paddedWith,
        int empty,
        int constant,
        List<Integer> zeroColumns) {

    SampleValues {
        zeroColumns = List.copyOf(zeroColumns);
    }

    static SampleValues of(Beats beats) {
        Count count = new Count(beats.length());
        float[] row = new float[beats.length()];
        for (int i = 0; i < beats.size(); i++) {
            beats.samples().copyRow(i, row, 0);
            count.add(row, beats.beat(i).unpaddedLength());
        }
        return count.result();
    }

    /** Whether all values are from 0 to 1, as those of beats that were scaled. */
    boolean isScaled() {
        return missing + infinite + below + above == 0;
    }

    /** The rows that have no missing and no infinite value. */
    static int[] finiteRows(Beats beats) {
        float[] row = new float[beats.length()];
        return IntStream.range(0, beats.size())
                .filter(i -> {
                    beats.samples().copyRow(i, row, 0);
                    return isFinite(row);
                })
                .toArray();
    }

    private static boolean isFinite(float[] row) {
        for (float value : row) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** The counts so far. */
    private static final class Count {

        private final boolean[] used;
        private long missing;
        private long infinite;
        private long below;
        private long above;
        private float least = Float.POSITIVE_INFINITY;
        private float greatest = Float.NEGATIVE_INFINITY;
        private long paddedWith;
        private int empty;
        private int constant;

        private Count(int width) {
            this.used = new boolean[width];
        }

        private void add(float[] row, int length) {
            boolean same = length > 0;
            for (int i = 0; i < row.length; i++) {
                float value = row[i];
                used[i] |= value != 0;
                if (Float.isFinite(value)) {
                    below += value < 0 ? 1 : 0;
                    above += value > 1 ? 1 : 0;
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                } else if (Float.isNaN(value)) {
                    missing++;
                } else {
                    infinite++;
                }
                paddedWith += i >= length && value != 0 ? 1 : 0;
                same &= i >= length || value == row[0];
            }
            empty += length == 0 ? 1 : 0;
            constant += same ? 1 : 0;
        }

        private SampleValues result() {
            List<Integer> zeroColumns = new ArrayList<>();
            for (int i = 0; i < used.length; i++) {
                if (!used[i]) {
                    zeroColumns.add(i);
                }
            }
            boolean any = least <= greatest;
            return new SampleValues(
                    missing,
                    infinite,
                    below,
                    above,
                    any ? least : Double.NaN,
                    any ? greatest : Double.NaN,
                    paddedWith,
                    empty,
                    constant,
                    zeroColumns);
        }
    }
}
