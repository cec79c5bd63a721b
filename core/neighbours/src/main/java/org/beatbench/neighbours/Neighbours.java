package org.beatbench.neighbours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;

/**
 * Rows in which the nearest to others are looked for. The answers are exact: sketches, which stand in blocks of columns so that
 * one goes through them with vector instructions, only rule out what cannot be among the nearest. Rows with values that are not
 * finite are never found and find nothing.
 */
public final class Neighbours {

    /** Rows whose sketches are compared in one go: four columns of them fit the first-level cache. */
    static final int BLOCK = 1024;

    /** Rows asked about together, so that a block of sketches is fetched once for all of them. */
    private static final int TOGETHER = 16;

    private final Rows rows;
    private final Selection searched;
    private final RowDistance distance;
    private final Sketch sketch;
    private final double[] sizes;
    private final double largest;
    private final float[][][] blocks;

    private Neighbours(Rows rows, Selection searched, RowDistance distance, Cancellation cancellation) {
        this.rows = rows;
        this.searched = searched;
        this.distance = distance;
        this.sketch = distance.sketch(rows.width());
        this.sizes = new double[searched.size()];
        this.blocks = new float[(sizes.length + BLOCK - 1) / BLOCK][Sketch.WIDTH][BLOCK];
        float[] row = new float[rows.width()];
        for (int place = 0; place < sizes.length; place++) {
            if (place % BLOCK == 0) {
                cancellation.check();
            }
            rows.copyRow(searched.at(place), row, 0);
            sizes[place] = distance.size(row);
            float[] drawn = sketch.draw(row, sizes[place]);
            for (int number = 0; number < Sketch.WIDTH; number++) {
                blocks[place / BLOCK][number][place % BLOCK] = drawn[number];
            }
        }
        this.largest = Arrays.stream(sizes).filter(Double::isFinite).max().orElse(0);
    }

    /**
     * Makes rows ready to be searched.
     *
     * @param searched the numbers of those among which to search
     */
    public static Neighbours of(Rows rows, Selection searched, RowDistance distance, Cancellation cancellation) {
        return new Neighbours(rows, searched, distance, cancellation);
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
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1: " + k);
        }
        return ask(from, asked, threads, cancellation, search -> search.nearest(k, row -> true));
    }

    /**
     * What searches for each of some rows come to, in their order.
     *
     * @param answer what to make of a search; called by several threads
     */
    public <T> List<T> ask(
            Rows from, Selection asked, int threads, Cancellation cancellation, Function<Search, T> answer) {
        if (from.width() != rows.width()) {
            throw new IllegalArgumentException("widths must be equal: " + from.width() + ", " + rows.width());
        }
        int pieces = (asked.size() + TOGETHER - 1) / TOGETHER;
        List<List<T>> answers = new ArrayList<>(Collections.nCopies(pieces, List.of()));
        Workers.run(threads, pieces, piece -> {
            cancellation.check();
            int start = piece * TOGETHER;
            answers.set(piece, ask(from, asked, start, Math.min(start + TOGETHER, asked.size()), answer));
        });
        return answers.stream().flatMap(List::stream).toList();
    }

    private <T> List<T> ask(Rows from, Selection asked, int start, int end, Function<Search, T> answer) {
        Search[] searches = new Search[end - start];
        Arrays.setAll(searches, i -> new Search(this, asked.at(start + i), from.row(asked.at(start + i))));
        for (int block = 0; block < blocks.length; block++) {
            for (Search search : searches) {
                search.compare(block);
            }
        }
        return Stream.of(searches).map(answer).toList();
    }

    RowDistance distance() {
        return distance;
    }

    /** The number of the row at a place among those searched. */
    int row(int place) {
        return searched.at(place);
    }

    int blocks() {
        return blocks.length;
    }

    /** Rows in a block, fewer in the last one. */
    int size(int block) {
        return Math.min(BLOCK, sizes.length - block * BLOCK);
    }

    float[] sketch(float[] row, double size) {
        return sketch.draw(row, size);
    }

    /** How far a sketch is from those of a block, in the unit of {@link #limit}. */
    float[] apart(int block, float[] drawn) {
        float[] sums = new float[BLOCK];
        for (int number = 0; number < Sketch.WIDTH; number += Sketch.STRIDE) {
            sketch.compare(blocks[block], number, drawn, sums);
        }
        return sums;
    }

    /** How far the sketches of a row of this size and of any searched can be apart, if the rows are this far apart. */
    float limit(double distance, double size) {
        return sketch.limit(distance, size + largest);
    }

    /**
     * The {@link RowDistance#measured} distance of a row of this size from the one at a place.
     *
     * @param buffer room for a row
     */
    double measured(float[] row, double size, int place, float[] buffer) {
        rows.copyRow(searched.at(place), buffer, 0);
        return distance.measured(row, size, buffer, sizes[place]);
    }
}
