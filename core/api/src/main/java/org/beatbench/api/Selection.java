package org.beatbench.api;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Immutable row numbers into a data set, in order; a row may stand in it more than once. */
public final class Selection {

    private final int[] rows;

    private Selection(int[] rows) {
        this.rows = rows;
    }

    /** A selection of these row numbers, copied. */
    public static Selection of(int... rows) {
        return new Selection(rows.clone());
    }

    /** The row numbers below {@code size} that are accepted, ascending. */
    public static Selection where(int size, IntPredicate accepted) {
        return new Selection(IntStream.range(0, size).filter(accepted).toArray());
    }

    public int size() {
        return rows.length;
    }

    public boolean isEmpty() {
        return rows.length == 0;
    }

    /** The row number that stands at a place, 0-based. */
    public int at(int place) {
        return rows[place];
    }

    public IntStream stream() {
        return Arrays.stream(rows);
    }

    /** These rows, then those of {@code other}. */
    public Selection and(Selection other) {
        return new Selection(IntStream.concat(stream(), other.stream()).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Selection selection && Arrays.equals(rows, selection.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return rows.length + " rows";
    }
}
