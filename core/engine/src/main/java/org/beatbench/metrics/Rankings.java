package org.beatbench.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;

/** Some answers ranked by the probability of each class, and of all classes together: the beats are sorted once a class. */
public final class Rankings {

    private final List<long[]> sorted;

    private Rankings(List<long[]> sorted) {
        this.sorted = sorted;
    }

    /** Sorts answers. */
    public static Rankings of(Answers answers) {
        return new Rankings(IntStream.range(0, answers.classes().size())
                .mapToObj(label -> Ranking.sorted(answers, label))
                .toList());
    }

    /** Number of classes. */
    public int classes() {
        return sorted.size();
    }

    /** By the probability of a class. */
    public Ranking ofClass(int label) {
        return Ranking.of(sorted.get(label));
    }

    /** All pairs of a beat and a class; a pair is of its own if the beat is of the class. */
    public Ranking pooled() {
        // Java's sort finds the sorted parts and only merges them.
        long[] all = sorted.stream().flatMapToLong(Arrays::stream).toArray();
        Arrays.sort(all);
        return Ranking.of(all);
    }
}
