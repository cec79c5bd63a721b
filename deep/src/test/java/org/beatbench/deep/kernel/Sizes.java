package org.beatbench.deep.kernel;

import java.util.List;
import java.util.stream.Stream;

/**
 * Blocks that one kernel is to serve, one after the other.
 *
 * @param samples most beats
 * @param steps most time steps
 * @param shapes the blocks
 */
record Sizes(int samples, int steps, List<Shape> shapes) {

    /**
     * One block.
     *
     * @param steps time steps of the block, at least those of its longest beat
     * @param lengths time steps of each beat
     */
    record Shape(int steps, List<Integer> lengths) {

        int beats() {
            return lengths.size();
        }

        @Override
        public String toString() {
            return steps + "=" + lengths;
        }
    }

    private static Shape shape(int steps, Integer... lengths) {
        return new Shape(steps, List.of(lengths));
    }

    /** A single beat of a single step. */
    static final Sizes ONE = new Sizes(1, 1, List.of(shape(1, 1), shape(1, 1)));

    static final Sizes TWO = new Sizes(3, 2, List.of(shape(2, 2, 1, 2), shape(1, 1), shape(2, 1, 2)));

    /** Blocks that shrink, grow again, and one whose longest beat is shorter than the block. */
    static final Sizes SEVEN = new Sizes(
            5,
            7,
            List.of(shape(7, 7, 3, 1, 7, 5), shape(4, 4, 2), shape(7, 1, 7, 2, 2, 6), shape(7, 4), shape(3, 3, 1, 2)));

    /** As long as beats are. */
    static final Sizes BEATS =
            new Sizes(5, 187, List.of(shape(187, 187, 95, 1), shape(101, 88, 101, 3, 64, 17), shape(187, 150)));

    static Stream<Sizes> all() {
        return Stream.of(ONE, TWO, SEVEN, BEATS);
    }

    /** Whether all beats are so short that every derivative can be asked for. */
    boolean areSmall() {
        return steps <= 7;
    }

    /** These as the largest block of a kernel. */
    Extent extent(boolean training) {
        return new Extent(samples, steps, training);
    }

    @Override
    public String toString() {
        return "up to " + samples + " × " + steps + " " + shapes;
    }
}
