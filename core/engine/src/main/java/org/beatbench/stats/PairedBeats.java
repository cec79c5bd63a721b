package org.beatbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.metrics.ConfusionMatrix;

/** How many beats of each class were given which class by each of two classifiers. */
public final class PairedBeats {

    private final List<String> classes;
    /** Truth by truth, then answer by answer of the first, then of the second. */
    private final long[] counts;

    private PairedBeats(List<String> classes, long[] counts) {
        this.classes = classes;
        this.counts = counts;
    }

    /**
     * Counts answers.
     *
     * @param first of one classifier: one or several parts, such as those of several seeds
     * @param second of another to the same beats in the same order
     * @throws IllegalArgumentException if the beats or the classes differ
     */
    public static PairedBeats of(List<Answers> first, List<Answers> second) {
        if (first.isEmpty() || first.size() != second.size()) {
            throw new IllegalArgumentException(
                    first.size() + " and " + second.size() + " sets of answers make no pairs");
        }
        List<String> classes = first.get(0).classes();
        long[] counts = new long[classes.size() * classes.size() * classes.size()];
        for (int part = 0; part < first.size(); part++) {
            requireSame(classes, first.get(part), second.get(part));
            for (int answer = 0; answer < first.get(part).size(); answer++) {
                counts[
                        cell(
                                classes.size(),
                                first.get(part).truth(answer),
                                first.get(part).predicted(answer),
                                second.get(part).predicted(answer))]++;
            }
        }
        return new PairedBeats(classes, counts);
    }

    /**
     * A table of given counts, copied.
     *
     * @param counts one per true class, class that the first gave, and class that the second gave, the last changing fastest
     */
    static PairedBeats of(List<String> classes, long... counts) {
        if (counts.length != classes.size() * classes.size() * classes.size()) {
            throw new IllegalArgumentException(counts.length + " counts for pairs of answers in " + classes);
        }
        return new PairedBeats(List.copyOf(classes), counts.clone());
    }

    /** The answers of the first classifier. */
    public ConfusionMatrix first() {
        return margins(counts).get(0);
    }

    /** The answers of the second classifier. */
    public ConfusionMatrix second() {
        return margins(counts).get(1);
    }

    /** Number of beats. */
    public long size() {
        return Arrays.stream(counts).sum();
    }

    /**
     * McNemar's test that both are right equally often.
     *
     * @param drawn how many independent beats the counts stand for: fewer than they hold where they are of several looks
     */
    PairedTest test(long drawn) {
        double onlyFirst = 0;
        double onlySecond = 0;
        for (int truth = 0; truth < classes.size(); truth++) {
            for (int given = 0; given < classes.size(); given++) {
                if (given != truth) {
                    onlyFirst += counts[cell(classes.size(), truth, truth, given)];
                    onlySecond += counts[cell(classes.size(), truth, given, truth)];
                }
            }
        }
        long first = Math.round(onlyFirst * drawn / size());
        long second = Math.round(onlySecond * drawn / size());
        return McNemar.test(first, second, Math.max(0, drawn - first - second));
    }

    List<String> classes() {
        return classes;
    }

    /** The answers of both classifiers if the cells of this table held other counts. */
    List<ConfusionMatrix> margins(long... others) {
        int number = classes.size();
        long[] first = new long[number * number];
        long[] second = new long[number * number];
        for (int cell = 0; cell < others.length; cell++) {
            int truth = cell / number / number;
            first[truth * number + cell / number % number] += others[cell];
            second[truth * number + cell % number] += others[cell];
        }
        return List.of(ConfusionMatrix.of(classes, first), ConfusionMatrix.of(classes, second));
    }

    long[] toArray() {
        return counts.clone();
    }

    /** The same beats with the classifiers changing places. */
    PairedBeats swapped() {
        int number = classes.size();
        long[] swapped = new long[counts.length];
        for (int cell = 0; cell < counts.length; cell++) {
            swapped[cell(number, cell / number / number, cell % number, cell / number % number)] = counts[cell];
        }
        return new PairedBeats(classes, swapped);
    }

    private static int cell(int classes, int truth, int first, int second) {
        return (truth * classes + first) * classes + second;
    }

    private static void requireSame(List<String> classes, Answers first, Answers second) {
        boolean same = first.classes().equals(classes)
                && second.classes().equals(classes)
                && first.size() == second.size()
                && IntStream.range(0, first.size())
                        .allMatch(answer ->
                                first.beat(answer).row() == second.beat(answer).row()
                                        && first.truth(answer) == second.truth(answer));
        if (!same) {
            throw new IllegalArgumentException(
                    "answers to different beats cannot be paired: " + first + " and " + second);
        }
    }
}
