package org.beatbench.inquiry;

import java.util.Set;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/**
 * What an inquiry is about: the same for every model of a split.
 *
 * @param dataset all beats, labelled
 * @param training rows that were learned from, before any resampling
 * @param test rows of the test part
 * @param unscored names of the classes whose beats are answered but not scored
 * @param beats how many to ask about, at least 1
 * @param seed the only source of randomness
 */
public record Scope(Beats dataset, Selection training, Selection test, Set<String> unscored, int beats, long seed) {

    /** So many of the test beats, see {@link TestSample}. */
    public Selection sample() {
        return TestSample.of(dataset, test, unscored, beats, seed);
    }
}
