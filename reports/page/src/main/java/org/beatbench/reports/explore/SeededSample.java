package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.protocol.Draws;

/** Row numbers drawn at random for a look at the beats: the same ones in every report of the same beats. */
final class SeededSample {

    private static final long SEED = 1;

    private SeededSample() {}

    /** Up to {@code most} of some rows, ascending. */
    static int[] of(int[] rows, int most, String purpose) {
        int[] drawn = Draws.of(SEED, "exploration/" + purpose).withoutReplacement(rows, Math.min(most, rows.length));
        Arrays.sort(drawn);
        return drawn;
    }

    /** Up to {@code most} of some rows, class by class, with as even numbers of each class as there are beats for. */
    static int[] even(Beats beats, int[] rows, int most, String purpose) {
        int[][] ofClass = IntStream.range(0, beats.classes().size())
                .mapToObj(label -> Arrays.stream(rows)
                        .filter(row -> beats.label(row) == label)
                        .toArray())
                .toArray(int[][]::new);
        int[] quotas = quotas(Arrays.stream(ofClass).mapToInt(own -> own.length).toArray(), most);
        return IntStream.range(0, ofClass.length)
                .flatMap(label -> Arrays.stream(of(ofClass[label], quotas[label], purpose + "/" + label)))
                .toArray();
    }

    /** How many of each class: equal parts, where what a small class cannot fill goes to the larger ones. */
    static int[] quotas(int[] counts, int most) {
        int[] quotas = new int[counts.length];
        int[] smallestFirst = IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt(label -> counts[label]))
                .mapToInt(Integer::intValue)
                .toArray();
        int left = most;
        for (int i = 0; i < smallestFirst.length; i++) {
            int label = smallestFirst[i];
            quotas[label] = Math.min(counts[label], left / (smallestFirst.length - i));
            left -= quotas[label];
        }
        return quotas;
    }
}
