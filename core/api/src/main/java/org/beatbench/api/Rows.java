package org.beatbench.api;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Objects;

/** An immutable table of {@code float} values, {@code size} rows of {@code width} values, on the Java heap. */
public final class Rows {

    private final float[] values;
    private final int size;
    private final int width;

    private Rows(float[] values, int size, int width) {
        this.values = values;
        this.size = size;
        this.width = width;
    }

    /**
     * Copies rows that stand one after the other.
     *
     * @param values row-major, a whole number of rows
     * @param width values per row, at least 1
     * @throws IllegalArgumentException if the values do not make whole rows
     */
    public static Rows of(float[] values, int width) {
        return read(FloatBuffer.wrap(values), width);
    }

    /**
     * Copies what remains in a buffer; what was read from a file needs no intermediate array.
     *
     * @param values row-major, a whole number of rows between position and limit
     * @param width values per row, at least 1
     * @throws IllegalArgumentException if the values do not make whole rows
     */
    public static Rows read(FloatBuffer values, int width) {
        if (width < 1 || values.remaining() % width != 0) {
            throw new IllegalArgumentException(values.remaining() + " values do not make rows of width " + width);
        }
        float[] copy = new float[values.remaining()];
        values.duplicate().get(copy);
        return new Rows(copy, copy.length / width, width);
    }

    /** Starts a table that grows row by row. */
    public static Builder builder(int width) {
        return new Builder(width, 0);
    }

    /** Starts a table that will have so many rows, or about so many: then nothing is copied while it grows, or when it is built. */
    public static Builder builder(int width, int expected) {
        return new Builder(width, expected);
    }

    public int size() {
        return size;
    }

    public int width() {
        return width;
    }

    /** The value at a place, 0-based. */
    public float at(int row, int column) {
        return values[Objects.checkIndex(row, size) * width + Objects.checkIndex(column, width)];
    }

    /** Copies one row into {@code target}, from {@code offset} on. */
    public void copyRow(int row, float[] target, int offset) {
        System.arraycopy(values, Objects.checkIndex(row, size) * width, target, offset, width);
    }

    /** One row as a new array. */
    public float[] row(int row) {
        float[] copy = new float[width];
        copyRow(row, copy, 0);
        return copy;
    }

    /** All values, row-major, as a new array. */
    public float[] toArray() {
        return values.clone();
    }

    /** A read-only view of all values, row-major, without a copy. */
    public FloatBuffer buffer() {
        return FloatBuffer.wrap(values).asReadOnlyBuffer();
    }

    /** The selected rows, in the order of the selection. */
    public Rows select(Selection selection) {
        float[] selected = new float[Math.multiplyExact(selection.size(), width)];
        for (int i = 0; i < selection.size(); i++) {
            copyRow(selection.at(i), selected, i * width);
        }
        return new Rows(selected, selection.size(), width);
    }

    /** Whether all values are equal bit by bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Rows rows && width == rows.width && Arrays.equals(values, rows.values);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return size + " × " + width + " values";
    }

    /** Collects rows; not for use by two threads at once. */
    public static final class Builder {

        private final int width;
        private float[] values;
        private int size;

        private Builder(int width, int expected) {
            if (width < 1) {
                throw new IllegalArgumentException("width must be at least 1: " + width);
            }
            this.width = width;
            this.values = new float[Math.multiplyExact(width, expected)];
        }

        /**
         * Adds a copy of a row.
         *
         * @throws IllegalArgumentException if the row has another width
         */
        public Builder add(float[] row) {
            if (row.length != width) {
                throw new IllegalArgumentException("a row must have " + width + " values: " + row.length);
            }
            int start = Math.multiplyExact(size, width);
            if (start + width > values.length) {
                values = Arrays.copyOf(values, Math.max(16 * width, Math.addExact(start, start / 2 + width)));
            }
            System.arraycopy(row, 0, values, start, width);
            size++;
            return this;
        }

        public Rows build() {
            // What is full is not written to again: a row more goes into a larger copy.
            float[] built = values.length == size * width ? values : Arrays.copyOf(values, size * width);
            return new Rows(built, size, width);
        }
    }
}
