package org.beatbench.inquiry;

import java.util.Set;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.protocol.Draws;

/** The test beats that models are asked about: the same for every classifier, and for every inquiry into as many. */
public final class TestSample {

    /** One part in so many is shared out evenly among the classes: with the rest alone, a rare class would have no beats. */
    private static final double EVEN = 3;

    /** Of fewer beats, no score says anything. */
    private static final int FEWEST_BEATS = 50;

    private TestSample() {}

    /**
     * How many to draw, as written in an experiment file.
     *
     * @throws IllegalArgumentException if that is no number, or too small
     */
    public static int size(String written) {
        int beats = written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
        if (beats < FEWEST_BEATS) {
            throw new IllegalArgumentException(
                    "must be a number of test beats, " + FEWEST_BEATS + " or more: " + written);
        }
        return beats;
    }

    /**
     * Draws from the beats of each class: in proportion to how many there are, but of none fewer than its even share of a third
     * of the sample, as far as it has them.
     *
     * @param beats the data set
     * @param test rows of the test part; one that stands there twice is drawn once
     * @param unscored names of the classes that are not to be drawn from
     * @param wanted how many to draw, at least 1
     * @param seed the only source of randomness
     * @return rows in ascending order, all there are if they are no more than wanted
     */
    public static Selection of(Beats beats, Selection test, Set<String> unscored, int wanted, long seed) {
        int[][] rows = IntStream.range(0, beats.classes().size())
                .filter(label -> !unscored.contains(beats.classes().get(label)))
                .mapToObj(label -> test.stream()
                        .filter(row -> beats.label(row) == label)
                        .distinct()
                        .sorted()
                        .toArray())
                .filter(ofClass -> ofClass.length > 0)
                .toArray(int[][]::new);
        int[] sizes =
                sizes(IntStream.range(0, rows.length).map(i -> rows[i].length).toArray(), wanted);
        Draws draws = Draws.of(seed, "robustness");
        return Selection.of(IntStream.range(0, rows.length)
                .flatMap(i -> IntStream.of(draws.withoutReplacement(rows[i], sizes[i])))
                .sorted()
                .toArray());
    }

    /** How many to draw of each of so many. */
    private static int[] sizes(int[] counts, int wanted) {
        int[] sizes = new int[counts.length];
        int left = Math.min(wanted, IntStream.of(counts).sum());
        for (int i = 0; i < counts.length; i++) {
            sizes[i] = Math.min(counts[i], Math.min(left, (int) Math.ceil(wanted / (EVEN * counts.length))));
            left -= sizes[i];
        }
        int undrawn =
                IntStream.range(0, counts.length).map(i -> counts[i] - sizes[i]).sum();
        for (int i = 0; i < counts.length; i++) {
            // Of what is left of the sample, the share that what is left of the class has; rounded so that nothing is
            // left over.
            int rest = counts[i] - sizes[i];
            int more = undrawn == 0 ? 0 : (int) Math.round(left * (rest / (double) undrawn));
            sizes[i] += more;
            left -= more;
            undrawn -= rest;
        }
        return sizes;
    }
}
