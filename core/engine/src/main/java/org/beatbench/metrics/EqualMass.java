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
        float[] ends = new float[bins - 1];
        for (int i = 0; i < ends.length && sorted.length > 0; i++) {
            ends[i] = sorted[(int) ((sorted.length - 1L) * (i + 1) / bins)];
        }
        int[] bin = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bin[i] = endingAtOrAbove(values[i], ends);
        }
        return withoutGaps(bin, bins);
    }

    /** The first bin whose last number is not below this one. */
    private static int endingAtOrAbove(float value, float[] ends) {
        int bin = 0;
        while (bin < ends.length && ends[bin] < value) {
            bin++;
        }
        return bin;
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
