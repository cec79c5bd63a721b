package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.protocol.Draws;

/** Beats drawn for a look: the same ones every time. */
final class Thinned {

    private static final long SEED = 1;

    private Thinned() {}

    /** Up to {@code most} rows of a class, ascending. */
    static int[] ofClass(Beats beats, int label, int most, String purpose) {
        int[] rows = IntStream.range(0, beats.size())
                .filter(row -> beats.label(row) == label)
                .toArray();
        return drawn(rows, most, purpose + "/" + label);
    }

    /** Up to {@code most} rows, ascending. */
    static int[] of(Beats beats, int most, String purpose) {
        return drawn(IntStream.range(0, beats.size()).toArray(), most, purpose);
    }

    private static int[] drawn(int[] rows, int most, String purpose) {
        int[] drawn = Draws.of(SEED, "exploration/" + purpose).withoutReplacement(rows, Math.min(most, rows.length));
        Arrays.sort(drawn);
        return drawn;
    }
}
