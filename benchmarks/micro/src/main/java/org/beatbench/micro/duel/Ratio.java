package org.beatbench.micro.duel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.beatbench.stats.Sample;

/**
 * How many times as fast one contestant is as another. The speed of a machine drifts, so readings are divided by one another
 * within each round only, where they were taken seconds apart.
 *
 * @param network id of the network
 * @param measure id of the measure
 * @param reference id of the contestant that is so many times as fast
 * @param other id of the contestant it is compared with
 * @param median of the ratios of all rounds
 * @param low the smallest
 * @param high the largest
 * @param rounds how many there are
 */
record Ratio(
        String network,
        String measure,
        String reference,
        String other,
        double median,
        double low,
        double high,
        int rounds) {

    /**
     * The ratio of two contestants.
     *
     * @param reference readings of one measure, one of each round
     * @param other readings of the same measure in the same rounds
     * @throws IllegalArgumentException if the readings do not pair up
     */
    static Ratio of(List<Reading> reference, List<Reading> other) {
        List<Reading> dividends = inOrder(reference);
        List<Reading> divisors = inOrder(other);
        if (dividends.isEmpty() || dividends.size() != divisors.size()) {
            throw new IllegalArgumentException(
                    dividends.size() + " readings cannot be compared with " + divisors.size());
        }
        double[] ratios = new double[dividends.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ratio(dividends.get(i), divisors.get(i));
        }
        Sample sample = Sample.of(ratios);
        Reading first = dividends.get(0);
        return new Ratio(
                first.network(),
                first.measure(),
                first.contestant(),
                divisors.get(0).contestant(),
                sample.quantile(0.5),
                sample.quantile(0),
                sample.quantile(1),
                ratios.length);
    }

    private static double ratio(Reading reference, Reading other) {
        boolean samePlace = reference.network().equals(other.network())
                && reference.measure().equals(other.measure())
                && reference.round() == other.round();
        if (!samePlace) {
            throw new IllegalArgumentException("cannot be compared: " + reference + " and " + other);
        }
        return reference.unit().speedUp(reference.value(), other.value());
    }

    private static List<Reading> inOrder(List<Reading> readings) {
        List<Reading> ordered = new ArrayList<>(readings);
        ordered.sort(Comparator.comparingInt(Reading::round));
        return ordered;
    }
}
