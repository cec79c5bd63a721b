package org.beatbench.deep.training;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;

/** Divides rows such that beats of like length go through a network together: a block is as long as its longest beat. */
final class LengthBuckets {

    private LengthBuckets() {}

    /** Row numbers, the longest beats first, dealt to workers in turn. */
    static int[][] dealt(Beats beats, IntStream rows, int workers) {
        int[] sorted = rows.boxed()
                .sorted(Comparator.comparingInt((Integer row) -> beats.beat(row).unpaddedLength())
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        int[][] dealt = new int[workers][];
        for (int worker = 0; worker < workers; worker++) {
            int first = worker;
            dealt[worker] = IntStream.iterate(first, i -> i < sorted.length, i -> i + workers)
                    .map(i -> sorted[i])
                    .toArray();
        }
        return dealt;
    }
}
