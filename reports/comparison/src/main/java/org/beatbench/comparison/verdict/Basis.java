package org.beatbench.comparison.verdict;

import java.util.List;

/**
 * What the standing under a protocol rests on.
 *
 * @param competitors number of those that were to be measured under it
 * @param missing those of them without a complete set of trials
 * @param beats test beats of one seed that are scored
 * @param subjects number of people these are of, 0 if unknown
 * @param overSubjects whether intervals and tiers are over people, and not over single beats
 */
public record Basis(int competitors, List<String> missing, long beats, long subjects, boolean overSubjects) {

    public Basis {
        missing = List.copyOf(missing);
    }
}
