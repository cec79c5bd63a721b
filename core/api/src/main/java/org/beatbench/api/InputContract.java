package org.beatbench.api;

import java.util.List;

/**
 * What a recording must have for beats to be made of it as these were made. At which rate it was recorded and in which units does not
 * matter where the data set resamples and scales.
 *
 * @param leads of each signal that is looked at the names under which records have it, the most frequent first; a name may be empty,
 *     where nothing tells what was recorded
 * @param before seconds of the signal before its mark that a beat takes at most, not below 0
 * @param after seconds after the mark that it takes at most, above 0
 * @param scaling how heights are scaled, in words
 */
public record InputContract(List<List<String>> leads, double before, double after, String scaling) {

    /** @throws IllegalArgumentException if there is no lead, or the times are not such */
    public InputContract {
        leads = leads.stream().map(List::copyOf).toList();
        if (leads.isEmpty() || leads.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("an input contract needs a lead, with a name at least: " + leads);
        }
        if (!(before >= 0 && after > 0 && before < Double.POSITIVE_INFINITY && after < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("times must be 0 or above, in seconds: " + before + ", " + after);
        }
    }
}
