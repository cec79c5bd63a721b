package org.beatbench.data.beats;

import java.util.HashMap;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.UserError;

/** The beats of one recording, to be cut some at a time, so that those of a day need not be in memory together. Of one thread. */
public final class BeatCuts {

    private final Slices slices;
    private final Map<Long, Integer> places = new HashMap<>();

    BeatCuts(Slices slices) {
        this.slices = slices;
    }

    /** How many there are, with those that are left out because samples of theirs are missing. */
    public int size() {
        return slices.size();
    }

    /** Those of them from one, 0-based, to before another, in order; fewer where samples are missing. */
    public Beats cut(int from, int to) {
        Beats.Builder cut = Beats.builder(BeatClass.names(), BeatCutter.FORM, to - from);
        for (int ordinal = from; ordinal < to; ordinal++) {
            slices.cut(ordinal, cut, slices.identity(ordinal));
        }
        return cut.build();
    }

    /**
     * Which of all marked beats of the recording each of some is, 0-based.
     *
     * @throws UserError if the recording has no such beat
     */
    public int[] ordinals(Beats chosen) {
        if (places.isEmpty()) {
            for (int ordinal = 0; ordinal < slices.size(); ordinal++) {
                // Of two marks in one place, the first; both are cut alike but for their class.
                places.putIfAbsent(slices.identity(ordinal).position(), ordinal);
            }
        }
        return chosen.beats().stream()
                .mapToInt(beat -> {
                    Integer ordinal = places.get(beat.position());
                    if (ordinal == null) {
                        throw new UserError(
                                "record " + beat.record() + " has no beat at sample " + beat.position() + " any more",
                                "run the experiment again: the records changed meanwhile");
                    }
                    return ordinal;
                })
                .toArray();
    }
}
