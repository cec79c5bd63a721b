package org.beatbench.deep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares what single precision made with what it should be. */
final class Closeness {

    private Closeness() {}

    /** No value is further off than a share of the largest, or of 1 if all are smaller. */
    static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double largest = 1;
        double furthest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            furthest = Math.max(furthest, Math.abs(actual[i] - expected[i]));
        }
        assertThat(furthest / largest).as(what).isLessThanOrEqualTo(tolerance);
    }

    /** The difference is shorter than a share of the vector, or of {@code scale} if the vector is shorter. */
    static void assertCloseInNorm(String what, double[] actual, double[] expected, double scale, double tolerance) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        double squares = 0;
        double differences = 0;
        for (int i = 0; i < expected.length; i++) {
            squares += expected[i] * expected[i];
            differences += (actual[i] - expected[i]) * (actual[i] - expected[i]);
        }
        assertThat(Math.sqrt(differences) / Math.max(scale, Math.sqrt(squares)))
                .as(what)
                .isLessThanOrEqualTo(tolerance);
    }
}
