package org.beatbench.protocol;

import java.util.List;
import java.util.Set;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;

/**
 * A rule that says which beats a model may learn from and which it is asked for. The rule matters more than the model:
 * the same classifier can score 99 % under one and 83 % under another. Found by id with {@link Protocols#of}.
 */
public sealed interface Protocol
        permits OversampledFirst, ByBeat, OwnFolds, OneFoldBySubject, BySubject, OwnSubjectFolds, DeChazal, Across {

    /** Short name for experiments and commands. */
    String id();

    /** Changes whenever the same beats and seed may be divided in another way; part of a trial's key. */
    String version();

    /** Name for tables, headings and the middle of a sentence: whom it tests on. */
    String title();

    /** The same as a part of a sentence: {@code on new patients (DS1 → DS2)}. */
    default String phrase() {
        return "on " + title();
    }

    /** What it does, what its numbers are good for, and how it depends on the seed; a few sentences. */
    String explanation();

    /** Whether copies of test beats stand among the training beats, so that its numbers measure memory only. */
    boolean leaks();

    /** Whether the subject, and not the beat, is what is divided: the unit that intervals must be computed by. */
    boolean bySubject();

    /** Names of the classes whose beats are answered but not scored. */
    Set<String> unscored();

    /** Whether it goes by a file of folds, which only an experiment names, so that a data set alone cannot be divided. */
    default boolean needsFolds() {
        return false;
    }

    /** Whether a data set alone cannot be divided, since an experiment must name more: a file of folds, or a second data set. */
    default boolean needsExperiment() {
        return needsFolds();
    }

    /**
     * Subjects that published lists put on both sides by mistake, which is kept so that figures can be compared with those of
     * others; named as the data set of the lists names them.
     */
    default Set<String> knownOnBothSides() {
        return Set.of();
    }

    /**
     * Divides labelled beats. The same beats and seed always give the same splits.
     *
     * @param beats a whole data set, labelled
     * @param seed the only source of randomness
     * @return one split, or one per fold; a set of folds has every beat in exactly one test part
     * @throws UserError if the beats cannot be divided this way, naming what can be done
     */
    List<Split> splits(Beats beats, long seed);
}
