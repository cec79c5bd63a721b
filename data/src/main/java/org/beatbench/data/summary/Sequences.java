package org.beatbench.data.summary;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.data.beats.BeatClass;

/** Beats of a class that follow each other, or come back after the same number of others. */
final class Sequences {

    /** So many make a rhythm of beats that come back. */
    private static final int FEWEST = 3;

    private final BeatSequence beats;
    private final BeatClass kind;

    Sequences(BeatSequence beats, BeatClass kind) {
        this.beats = beats;
        this.kind = kind;
    }

    /** How many beats each uninterrupted sequence has. */
    List<Integer> lengths() {
        return all().stream().map(Episode::beats).toList();
    }

    /** Each uninterrupted sequence, also those of one beat. */
    List<Episode> all() {
        List<Episode> all = new ArrayList<>();
        int length = 0;
        for (int beat = 0; beat < beats.size(); beat++) {
            length += beats.is(beat, kind) ? 1 : 0;
            boolean ends = beat + 1 == beats.size()
                    || !beats.is(beat + 1, kind)
                    || !beats.unbroken().get(beat);
            if (length > 0 && ends) {
                int first = beat - length + 1;
                all.add(new Episode(
                        kind + (length == 1 ? " isolated" : length == 2 ? " couplet" : " run"),
                        false,
                        first,
                        length,
                        beats.times().get(beat) - beats.times().get(first)));
                length = 0;
            }
        }
        return all;
    }

    /** How often three or more come with the same number of other beats between each two. */
    int episodes(int others) {
        int episodes = 0;
        int before = -1;
        int chained = 0;
        for (int beat = 0; beat < beats.size(); beat++) {
            if (!beats.is(beat, kind)) {
                continue;
            }
            boolean goesOn = before >= 0 && beat - before == others + 1 && isUnbroken(before, beat);
            chained = goesOn ? chained + 1 : 1;
            episodes += chained == FEWEST ? 1 : 0;
            before = beat;
        }
        return episodes;
    }

    private boolean isUnbroken(int from, int to) {
        for (int beat = from; beat < to; beat++) {
            if (!beats.unbroken().get(beat) || beats.classes().get(beat).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
