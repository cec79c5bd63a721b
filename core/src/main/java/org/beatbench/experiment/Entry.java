package org.beatbench.experiment;

import java.util.Map;

/**
 * One competitor.
 *
 * @param label its name in tables, unique in the experiment
 * @param classifier what learns
 * @param resampling id of what is done to the training beats first
 */
public record Entry(String label, Choice classifier, String resampling) {

    /** The entry that stands for every classifier that no other entry names, with its defaults. */
    public static final Entry ALL_OTHERS = new Entry("", new Choice("all", Map.of()), "none");
}
