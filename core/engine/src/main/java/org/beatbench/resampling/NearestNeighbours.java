package org.beatbench.resampling;

import java.util.Arrays;

/** Finds the nearest neighbours of points among themselves, by comparing all with all. */
final class NearestNeighbours {

    /** Points that are compared with one at a time; a tile of beats fits into a core's second-level cache. */
    private static final int TILE = 256;

    private final float[][] points;
    private final int[][] nearest;
    private final float[][] distances;

    private NearestNeighbours(float[][] points, int neighbours) {
        this.points = points;
        this.nearest = new int[points.length][neighbours];
        this.distances = new float[points.length][neighbours];
        for (float[] row : distances) {
            Arrays.fill(row, Float.POSITIVE_INFINITY);
        }
    }

    /**
     * For each point the numbers of its nearest other points by Euclidean distance, nearest first; of equally near ones
     * those with the lower number.
     *
     * @param points all of one length
     * @param neighbours how many; fewer are given if there are fewer other points
     */
    static int[][] within(float[][] points, int neighbours) {
        NearestNeighbours search = new NearestNeighbours(points, Math.min(neighbours, points.length - 1));
        for (int start = 0; start < points.length; start += TILE) {
            search.compareWith(start, Math.min(TILE, points.length - start));
        }
        return search.nearest;
    }

    private void compareWith(int start, int count) {
        float[][] tile = transposed(start, count);
        float[] distance = new float[count];
        for (int point = 0; point < points.length; point++) {
            Arrays.fill(distance, 0);
            for (int i = 0; i < tile.length; i++) {
                addSquares(points[point][i], tile[i], distance);
            }
            for (int i = 0; i < count; i++) {
                if (start + i != point) {
                    offer(point, start + i, distance[i]);
                }
            }
        }
    }

    /** The innermost loop runs over points, not samples, so that it can be vectorised without reordering a sum. */
    private static void addSquares(float value, float[] others, float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            float difference = value - others[i];
            sums[i] += difference * difference;
        }
    }

    private void offer(int point, int other, float distance) {
        float[] best = distances[point];
        int place = best.length;
        while (place > 0 && distance < best[place - 1]) {
            place--;
        }
        if (place < best.length) {
            System.arraycopy(best, place, best, place + 1, best.length - place - 1);
            System.arraycopy(nearest[point], place, nearest[point], place + 1, best.length - place - 1);
            best[place] = distance;
            nearest[point][place] = other;
        }
    }

    private float[][] transposed(int start, int count) {
        float[][] tile = new float[points[0].length][count];
        for (int i = 0; i < count; i++) {
            for (int sample = 0; sample < tile.length; sample++) {
                tile[sample][i] = points[start + i][sample];
            }
        }
        return tile;
    }
}
