package org.beatbench.protocol;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;

/** Rows by class, from which a part can be cut that has about the same mixture of classes. */
final class Strata {

    private final int[][] rowsByClass;

    private Strata(int[][] rowsByClass) {
        this.rowsByClass = rowsByClass;
    }

    /** A part that was cut and what remains, both in ascending order. */
    record Cut(Selection part, Selection rest) {}

    /** All rows of a data set. */
    static Strata of(Beats beats) {
        return of(beats, Selection.where(beats.size(), row -> true));
    }

    /** Some rows of a data set; a row that stands there twice counts twice. */
    static Strata of(Beats beats, Selection rows) {
        rows.stream()
                .filter(row -> beats.label(row) == Beat.UNLABELLED)
                .findFirst()
                .ifPresent(row -> {
                    throw new UserError(
                            "beat " + row + " of the data set has no class",
                            "Use data in which every beat has a class.");
                });
        return new Strata(IntStream.range(0, beats.classes().size())
                .mapToObj(label ->
                        rows.stream().filter(row -> beats.label(row) == label).toArray())
                .toArray(int[][]::new));
    }

    int classes() {
        return rowsByClass.length;
    }

    int[] rows(int label) {
        return rowsByClass[label].clone();
    }

    int[] counts() {
        return Arrays.stream(rowsByClass).mapToInt(rows -> rows.length).toArray();
    }

    /**
     * Cuts a share of every class, rounded, but at least one beat of a class that has two and never the only one.
     *
     * @param share 0..1
     */
    Cut cut(double share, Draws draws) {
        return cut(
                Arrays.stream(counts())
                        .map(count -> count < 2 ? 0 : Math.max(1, (int) Math.round(share * count)))
                        .toArray(),
                draws);
    }

    /** Cuts a given number of beats of every class. */
    Cut cut(int[] sizes, Draws draws) {
        IntStream.Builder part = IntStream.builder();
        IntStream.Builder rest = IntStream.builder();
        for (int label = 0; label < rowsByClass.length; label++) {
            int[] shuffled = draws.shuffled(rowsByClass[label]);
            for (int i = 0; i < shuffled.length; i++) {
                (i < sizes[label] ? part : rest).add(shuffled[i]);
            }
        }
        return new Cut(ascending(part), ascending(rest));
    }

    private static Selection ascending(IntStream.Builder rows) {
        return Selection.of(rows.build().sorted().toArray());
    }
}
