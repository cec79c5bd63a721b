package org.beatbench.neighbours;

import java.util.Arrays;
import java.util.List;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;

/**
 * Rows in which the nearest to others are looked for, by Euclidean distance. The answers are exact: sketches only rule out what
 * cannot be among the nearest. Rows with values that are not finite are never found and find nothing.
 */
public final class Neighbours {

    /** Rows asked about together, so that a block of sketches is fetched once for all of them. */
    private static final int TOGETHER = 16;

    private final Rows rows;
    private final Selection searched;
    private final Sketches sketches;

    private Neighbours(Rows rows, Selection searched) {
        this.rows = rows;
        this.searched = searched;
        this.sketches = new Sketches(rows, searched);
    }

    /**
     * Makes rows ready to be searched.
     *
     * @param searched the numbers of those among which to search
     */
    public static Neighbours of(Rows rows, Selection searched) {
        return new Neighbours(rows, searched);
    }

    /**
     * The nearest rows to each of some, nearest first; of equally near ones those that come first in the rows searched. A row
     * that is itself among these is its own nearest.
     *
     * @param from where the rows asked about are; of the same width
     * @param asked their numbers
     * @param k how many to find, at least 1; fewer are found where there are fewer
     * @param threads how many threads to use; the answers do not depend on it
     */
    public List<List<Neighbour>> nearest(Rows from, Selection asked, int k, int threads, Cancellation cancellation) {
        if (k < 1 || from.width() != rows.width()) {
            throw new IllegalArgumentException(
                    "k must be at least 1 and widths equal: " + k + ", " + from.width() + ", " + rows.width());
        }
        Search[] searches = new Search[asked.size()];
        Workers.run(threads, (searches.length + TOGETHER - 1) / TOGETHER, piece -> {
            cancellation.check();
            int start = piece * TOGETHER;
            int end = Math.min(start + TOGETHER, searches.length);
            for (int i = start; i < end; i++) {
                searches[i] = new Search(this, from.row(asked.at(i)), k);
            }
            for (int block = 0; block < sketches.blocks(); block++) {
                for (int i = start; i < end; i++) {
                    searches[i].compare(block);
                }
            }
            for (int i = start; i < end; i++) {
                searches[i].finish();
            }
        });
        return Arrays.stream(searches).map(Search::found).toList();
    }

    Sketches sketches() {
        return sketches;
    }

    /** The number of the row at a place among those searched. */
    int row(int place) {
        return searched.at(place);
    }

    /**
     * The square of the distance from a row at a place, or infinity once it is above a limit.
     *
     * @param buffer room for a row
     */
    double square(float[] asked, int place, double limit, float[] buffer) {
        rows.copyRow(searched.at(place), buffer, 0);
        return Distances.square(asked, buffer, limit);
    }
}
