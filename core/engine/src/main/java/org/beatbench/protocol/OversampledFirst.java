package org.beatbench.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/** Protocol {@code copies}: classes evened out by copying beats <em>before</em> the division, the mistake to learn from. */
record OversampledFirst() implements Protocol {

    static final String ID = "copies";

    /** What it was called at first; draws and keys go by it, so that stored trials stay what they are. */
    static final String FIRST_ID = "seed";

    private static final double TEST_SHARE = 0.25;

    /** 20,000 beats per class were made of the 87,554 published training rows. */
    private static final double BEATS_PER_CLASS = 20_000.0 / 87_554;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String title() {
        return "with copies of the test beats";
    }

    @Override
    public String phrase() {
        return title();
    }

    @Override
    public String explanation() {
        return "A mistake, kept to show what it is worth. Of the training beats of the protocol \"beats\", every class is"
                + " brought to the same number, 22.8 % of all: rarer classes by drawing with replacement, more frequent"
                + " ones without. Only then a quarter is cut off at random and called test. The rarer a class was, the more"
                + " of its test beats have an identical copy among the training beats, so a model that only remembers"
                + " scores high. These numbers say nothing about beats never seen. A tenth of the rest is the validation"
                + " part, cut in the same way. The seed decides which beats are drawn and where they go.";
    }

    @Override
    public boolean leaks() {
        return true;
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
        Selection evened =
                evenOut(Strata.of(beats, ByBeat.divide(beats, seed).rest()), Draws.of(seed, FIRST_ID + "/copies"));
        Strata.Cut test = Strata.of(beats, evened).cut(TEST_SHARE, Draws.of(seed, FIRST_ID + "/test"));
        Strata.Cut validation =
                Strata.of(beats, test.rest()).cut(ByBeat.VALIDATION_SHARE, Draws.of(seed, FIRST_ID + "/validation"));
        return List.of(Split.of(this, Split.ONLY, validation.rest(), validation.part(), test.part()));
    }

    private static Selection evenOut(Strata strata, Draws draws) {
        int target = (int)
                Math.round(BEATS_PER_CLASS * Arrays.stream(strata.counts()).sum());
        return Selection.of(IntStream.range(0, strata.classes())
                .mapToObj(strata::rows)
                .filter(rows -> rows.length > 0)
                .flatMapToInt(rows -> Arrays.stream(
                        rows.length < target
                                ? draws.withReplacement(rows, target)
                                : draws.withoutReplacement(rows, target)))
                .toArray());
    }
}
