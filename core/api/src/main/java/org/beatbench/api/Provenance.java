package org.beatbench.api;

import java.util.List;
import java.util.Optional;

/**
 * How the beats of a data set came to be, for people to judge.
 *
 * @param assumptions how they were made and what is taken for granted, a sentence each
 * @param warnings those of these sentences that somebody must look at before the beats are used, such as records that give none
 * @param takesRecordsForSubjects whether records, or some of them, stand for people because nothing tells whose they are; then the
 *     same person may be on both sides of a division by subject
 * @param input what a recording must have for such beats to be made of it; empty if they were not made of recordings
 */
public record Provenance(
        List<String> assumptions,
        List<String> warnings,
        boolean takesRecordsForSubjects,
        Optional<InputContract> input) {

    public Provenance {
        assumptions = List.copyOf(assumptions);
        warnings = List.copyOf(warnings);
    }

    /** Of beats that were not made of recordings, or of which nobody says how. */
    public Provenance(List<String> assumptions, List<String> warnings, boolean takesRecordsForSubjects) {
        this(assumptions, warnings, takesRecordsForSubjects, Optional.empty());
    }

    /** Of beats of which nothing else is to be said. */
    public static Provenance of(List<String> assumptions) {
        return new Provenance(assumptions, List.of(), false);
    }
}
