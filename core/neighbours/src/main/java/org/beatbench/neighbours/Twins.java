package org.beatbench.neighbours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Rows;

/** Tells which rows of a table have exactly the same values. */
public final class Twins {

    private final int[] first;

    private Twins(int[] first) {
        this.first = first;
    }

    /** Compares all rows, by way of their hashes. */
    public static Twins of(Rows rows) {
        int[] first = new int[rows.size()];
        Map<Integer, List<Integer>> different = new HashMap<>();
        for (int number = 0; number < first.length; number++) {
            float[] row = values(rows, number);
            List<Integer> alike = different.computeIfAbsent(Arrays.hashCode(row), hash -> new ArrayList<>(1));
            first[number] = alike.stream()
                    .filter(other -> Arrays.equals(values(rows, other), row))
                    .findFirst()
                    .orElse(number);
            if (first[number] == number) {
                alike.add(number);
            }
        }
        return new Twins(first);
    }

    /** The number of the first row that has the values of this one: the same for all that are equal, and its own for the first. */
    public int first(int row) {
        return first[row];
    }

    /** With one zero instead of two, which are equal numbers but not equal bits. */
    private static float[] values(Rows rows, int number) {
        float[] values = rows.row(number);
        for (int i = 0; i < values.length; i++) {
            values[i] += 0f;
        }
        return values;
    }
}
