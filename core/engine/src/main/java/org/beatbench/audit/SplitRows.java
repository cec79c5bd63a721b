package org.beatbench.audit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.beatbench.api.Beats;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.neighbours.Twins;
import org.beatbench.protocol.Draws;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Split;

/** The two sides of a split: the rows a model may learn from or choose by, validation included, and the test rows. */
final class SplitRows {

    /** The same rows are drawn in every audit of the same split. */
    private static final long SEED = 1;

    private final Beats beats;
    private final Twins twins;
    private final Protocol protocol;
    private final int[] learned;
    private final int[] test;
    private final BitSet learnedContents;
    private final BitSet testContents;

    SplitRows(Beats beats, Twins twins, Protocol protocol, Split split) {
        this.beats = beats;
        this.twins = twins;
        this.protocol = protocol;
        this.learned = split.trainingAndValidation().stream().toArray();
        this.test = split.test().stream().toArray();
        this.learnedContents = contents(learned);
        this.testContents = contents(test);
    }

    private BitSet contents(int[] rows) {
        BitSet contents = new BitSet();
        Arrays.stream(rows).map(twins::first).forEach(contents::set);
        return contents;
    }

    Beats beats() {
        return beats;
    }

    Rows samples() {
        return beats.samples();
    }

    List<String> classes() {
        return beats.classes();
    }

    Protocol protocol() {
        return protocol;
    }

    Twins twins() {
        return twins;
    }

    /** The rows of a model's side; a row may stand in it more than once. */
    int[] learned() {
        return learned.clone();
    }

    /** The test rows; a row may stand in it more than once. */
    int[] test() {
        return test.clone();
    }

    /** Whether a row, or one that equals it, is on the model's side. */
    boolean isLearned(int row) {
        return learnedContents.get(twins.first(row));
    }

    /** Whether a row, or one that equals it, is among the test rows. */
    boolean isTested(int row) {
        return testContents.get(twins.first(row));
    }

    /** Rows of a model's side that are all different, one for each that stands there; ascending. */
    int[] differentLearned() {
        return learnedContents.stream().toArray();
    }

    /** Test rows that are all different, likewise. */
    int[] differentTest() {
        return testContents.stream().toArray();
    }

    /** A row without any variation: two of them are equal for no other reason. */
    boolean isFlat(int row) {
        Rows samples = beats.samples();
        for (int column = 1; column < samples.width(); column++) {
            if (samples.at(row, column) != samples.at(row, 0)) {
                return false;
            }
        }
        return true;
    }

    /** Up to {@code most} of some rows, drawn at random, ascending. */
    static Selection sample(int[] rows, int most, String purpose) {
        int[] drawn = draws(purpose).withoutReplacement(rows, Math.min(most, rows.length));
        Arrays.sort(drawn);
        return Selection.of(drawn);
    }

    static Draws draws(String purpose) {
        return Draws.of(SEED, "audit/" + purpose);
    }

    static int[] where(int[] rows, IntPredicate accepted) {
        return Arrays.stream(rows).filter(accepted).toArray();
    }
}
