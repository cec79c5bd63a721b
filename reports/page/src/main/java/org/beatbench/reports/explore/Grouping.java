package org.beatbench.reports.explore;

import java.util.stream.Stream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;

/** What beats are grouped by, subject or record: beats of one group are alike for another reason than their class. */
enum Grouping {
    SUBJECT("subject", "subjects") {
        @Override
        String of(Beat beat) {
            return beat.subject();
        }
    },

    /** Where subjects are unknown: a recording, or only the file that a beat was read from. */
    RECORD("record", "records") {
        @Override
        String of(Beat beat) {
            return beat.record();
        }
    },

    UNKNOWN("origin", "origins") {
        @Override
        String of(Beat beat) {
            return "";
        }
    };

    private final String one;
    private final String many;

    Grouping(String one, String many) {
        this.one = one;
        this.many = many;
    }

    /** The best that is known of any of these beats. */
    static Grouping of(Beats beats) {
        return Stream.of(SUBJECT, RECORD)
                .filter(grouping -> beats.beats().stream().anyMatch(grouping::knows))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The name of a beat's origin, empty if it is not known. */
    abstract String of(Beat beat);

    boolean knows(Beat beat) {
        return !of(beat).isEmpty();
    }

    String one() {
        return one;
    }

    String many() {
        return many;
    }
}
