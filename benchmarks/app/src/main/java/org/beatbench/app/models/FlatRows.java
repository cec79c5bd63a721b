package org.beatbench.app.models;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beatbench.api.Beats;

/** Finds rows in which the signal does not move, such as a lead that came off: there is nothing in them to judge a beat by. */
final class FlatRows {

    private static final int MOST_NAMED = 10;

    private final List<Long> named = new ArrayList<>();
    private long rows;
    private long flat;

    /** The flat ones of the next rows. */
    BitSet find(Beats beats) {
        BitSet found = new BitSet();
        for (int row = 0; row < beats.size(); row++) {
            rows++;
            if (isFlat(beats, row)) {
                found.set(row);
                flat++;
                if (named.size() < MOST_NAMED) {
                    named.add(rows);
                }
            }
        }
        return found;
    }

    /** Up to the padding: a row that ends early is not one that moves there. */
    private static boolean isFlat(Beats beats, int row) {
        int end = beats.beat(row).unpaddedLength();
        for (int column = 1; column < end; column++) {
            if (beats.samples().at(row, column) != beats.samples().at(row, 0)) {
                return false;
            }
        }
        return true;
    }

    /** What is to be said of those that were found; empty if there were none. */
    Optional<String> warning() {
        if (flat == 0) {
            return Optional.empty();
        }
        String which = named.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(
                (flat == 1 ? "row " : flat + " rows are flat: ") + which + (flat > named.size() ? ", ..." : "")
                        + (flat == 1 ? " is flat" : "") + "; nothing can be told from a signal that does not move, so "
                        + (flat == 1 ? "it has" : "they have") + " no class");
    }
}
