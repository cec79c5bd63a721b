package org.beatbench.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/** Protocol {@code beats}: beats dealt at random to training and test, whoever they belong to. */
record ByBeat() implements Protocol {

    static final double VALIDATION_SHARE = 0.1;

    private static final double TEST_SHARE = 0.2;

    /** Sizes per class of the published rows of the MIT-BIH heartbeats, and of their test file. */
    private static final List<String> PUBLISHED_CLASSES = List.of("N", "S", "V", "F", "Q");

    private static final int[] PUBLISHED = {90_589, 2_779, 7_236, 803, 8_039};
    private static final int[] PUBLISHED_TEST = {18_118, 556, 1_448, 162, 1_608};

    private static final String TRAIN = "train";
    private static final String TEST = "test";

    @Override
    public String id() {
        return "beats";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String title() {
        return "same patients";
    }

    @Override
    public String phrase() {
        return "on the same patients";
    }

    @Override
    public String explanation() {
        return "A fifth of the beats of every class, drawn at random, is the test part; for the published MIT-BIH rows it has"
                + " exactly the published sizes, and where the data come as a train and a test file, these are used as"
                + " given. This is what nearly everybody reports. The same patients stand on both sides, so it says how"
                + " well further beats of known patients are classified, and nothing about new patients. A tenth of the"
                + " training beats is the validation part. The seed decides which beat goes where.";
    }

    @Override
    public boolean leaks() {
        return false;
    }

    @Override
    public boolean bySubject() {
        return false;
    }

    @Override
    public Set<String> unscored() {
        return Set.of();
    }

    @Override
    public List<Split> splits(Beats beats, long seed) {
        Strata.Cut test = divide(beats, seed);
        Strata.Cut validation = Strata.of(beats, test.rest()).cut(VALIDATION_SHARE, Draws.of(seed, "beats/validation"));
        return List.of(Split.of(this, Split.ONLY, validation.rest(), validation.part(), test.part()));
    }

    /** The test part, and the rest. */
    static Strata.Cut divide(Beats beats, long seed) {
        Strata strata = Strata.of(beats);
        if (isDividedAlready(beats)) {
            return new Strata.Cut(ofRecord(beats, TEST), ofRecord(beats, TRAIN));
        }
        Draws draws = Draws.of(seed, "beats/test");
        boolean published = beats.classes().equals(PUBLISHED_CLASSES) && Arrays.equals(strata.counts(), PUBLISHED);
        return published ? strata.cut(PUBLISHED_TEST, draws) : strata.cut(TEST_SHARE, draws);
    }

    private static boolean isDividedAlready(Beats beats) {
        Set<String> records = Subjects.records(beats);
        return records.equals(Set.of(TRAIN, TEST)) && !beats.knowsSubjects();
    }

    private static Selection ofRecord(Beats beats, String record) {
        return Selection.where(beats.size(), row -> beats.beat(row).record().equals(record));
    }
}
