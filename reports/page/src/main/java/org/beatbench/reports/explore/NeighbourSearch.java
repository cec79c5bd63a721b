package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Rows;
import org.beatbench.reports.explore.Neighbourhood.Nearest;

/** Finds nearest neighbours by comparing with every beat there is. */
final class NeighbourSearch {

    /** Beats asked about at a time; as many stay in a core's cache while all others pass by. */
    private static final int TILE = 500;

    private static final int UNKNOWN = -1;

    private final Rows rows;
    private final int[] origins;

    NeighbourSearch(Beats beats, Origin origin) {
        this.rows = beats.samples();
        this.origins = numbered(beats, origin);
    }

    List<Nearest> nearest(int[] asked) {
        int tiles = (asked.length + TILE - 1) / TILE;
        return IntStream.range(0, tiles)
                .parallel()
                .mapToObj(tile -> Arrays.copyOfRange(asked, tile * TILE, Math.min((tile + 1) * TILE, asked.length)))
                .map(this::nearestToTile)
                .flatMap(List::stream)
                .toList();
    }

    private List<Nearest> nearestToTile(int[] asked) {
        DistanceTile tile = new DistanceTile(rows, asked);
        Best[] best = new Best[asked.length];
        Arrays.setAll(best, i -> new Best(asked[i], origins[asked[i]]));
        for (int other = 0; other < rows.size(); other++) {
            float[] squares = tile.squaresTo(other);
            for (int i = 0; i < best.length; i++) {
                best[i].offer(other, squares[i], origins[other]);
            }
        }
        return Arrays.stream(best).filter(Best::isFound).map(Best::result).toList();
    }

    private static int[] numbered(Beats beats, Origin origin) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = new int[beats.size()];
        for (int row = 0; row < numbered.length; row++) {
            Beat beat = beats.beat(row);
            numbered[row] =
                    origin.knows(beat) ? numbers.computeIfAbsent(origin.of(beat), name -> numbers.size()) : UNKNOWN;
        }
        return numbered;
    }

    /** The nearest to one beat so far; squares of distances, infinite until there is one. */
    private static final class Best {

        private final int asked;
        private final int origin;
        private int neighbour = -1;
        private float any = Float.POSITIVE_INFINITY;
        private float own = Float.POSITIVE_INFINITY;
        private float strange = Float.POSITIVE_INFINITY;

        private Best(int asked, int origin) {
            this.asked = asked;
            this.origin = origin;
        }

        /** A square that is not a number is never below another, so it is never taken. */
        private void offer(int other, float square, int otherOrigin) {
            if (other == asked) {
                return;
            }
            if (square < any) {
                any = square;
                neighbour = other;
            }
            if (origin == UNKNOWN || otherOrigin == UNKNOWN) {
                return;
            }
            if (origin == otherOrigin) {
                own = square < own ? square : own;
            } else {
                strange = square < strange ? square : strange;
            }
        }

        private boolean isFound() {
            return neighbour >= 0;
        }

        private Nearest result() {
            return new Nearest(asked, neighbour, distance(own), distance(strange));
        }

        private static double distance(float square) {
            return square == Float.POSITIVE_INFINITY ? Double.NaN : Math.sqrt(square);
        }
    }
}
