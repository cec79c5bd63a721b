package org.beatbench.metrics;

import java.util.Arrays;

/**
 * Divides numbers into bins that hold about equally many: bin {@code i} of {@code n} ends with the number at the quantile
 * {@code (i + 1) / n}, and what equals that number belongs to it. Equal numbers are never parted, so where there are many
 * equal ones, bins are larger, and fewer.
 */
final class EqualMass {

    private EqualMass() {}

    /**
     * The bin of each number, the lowest numbers in bin 0; no bin is empty.
     *
     * @param values the numbers
     * @param bins how many bins there are at most
     */
    static int[] bins(float[] values, int bins) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] bin = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int same = Arrays.binarySearch(sorted, values[i]);
            bin[i] = binEndingAtOrAbove(sorted, same, bins);
        }
        return withoutGaps(bin, bins);
    }

    /** The first bin whose last number is not below this one. */
    private static int binEndingAtOrAbove(float[] sorted, int rank, int bins) {
        for (int bin = 0; bin < bins - 1; bin++) {
            if (sorted[(int) ((sorted.length - 1L) * (bin + 1) / bins)] >= sorted[rank]) {
                return bin;
            }
        }
        return bins - 1;
    }

    private static int[] withoutGaps(int[] bin, int bins) {
        int[] number = new int[bins];
        Arrays.stream(bin).forEach(used -> number[used] = 1);
        int next = 0;
        for (int i = 0; i < bins; i++) {
            number[i] = number[i] == 1 ? next++ : -1;
        }
        return Arrays.stream(bin).map(old -> number[old]).toArray();
    }
}
