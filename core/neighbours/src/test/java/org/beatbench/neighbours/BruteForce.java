package org.beatbench.neighbours;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.beatbench.api.Rows;

/** Compares with all rows: what the search has to find, to the last bit. */
final class BruteForce {

    private BruteForce() {}

    static List<Neighbour> nearest(RowDistance distance, float[] asked, Rows rows, int k, IntPredicate among) {
        return IntStream.range(0, rows.size())
                .filter(among)
                .mapToObj(row -> new Neighbour(row, measured(distance, asked, rows.row(row))))
                .filter(found -> Double.isFinite(found.distance()))
                .sorted(Comparator.comparingDouble(Neighbour::distance).thenComparing(Neighbour::row))
                .limit(k)
                .map(found -> new Neighbour(
                        found.row(),
                        distance == RowDistance.EUCLIDEAN || distance == RowDistance.EUCLIDEAN_SINGLE
                                ? Math.sqrt(found.distance())
                                : found.distance()))
                .toList();
    }

    private static double measured(RowDistance distance, float[] one, float[] other) {
        double squares = 0;
        float single = 0;
        double absolute = 0;
        double product = 0;
        double ofOne = 0;
        double ofOther = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = (double) one[i] - (double) other[i];
            float rounded = one[i] - other[i];
            squares += difference * difference;
            single += rounded * rounded;
            absolute += Math.abs(difference);
            product += (double) one[i] * (double) other[i];
            ofOne += (double) one[i] * (double) one[i];
            ofOther += (double) other[i] * (double) other[i];
        }
        return switch (distance) {
            case EUCLIDEAN -> squares;
            case EUCLIDEAN_SINGLE -> single;
            case MANHATTAN -> absolute;
            case COSINE -> product == 0 ? 1 : 1 - product / (Math.sqrt(ofOne) * Math.sqrt(ofOther));
        };
    }
}
