package org.beatbench.app.models;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;

/**
 * Puts the beats of a source to a model, some at a time.
 *
 * @param source of the beats
 * @param model what it answers of beats
 * @param flags finds what is to be borne in mind
 */
record Answering(BeatSource source, Function<Beats, Predictions> model, BeatFlags flags) {

    /** Hears the answers. */
    interface Listener {
        void add(AnsweredBlock block) throws IOException;
    }

    /**
     * Answers all beats.
     *
     * @param unit that is counted, for the progress
     * @param expected how many there are; 0 if nobody knows
     * @param listeners hear each block in turn
     * @return how many there were
     */
    long tell(List<Listener> listeners, String unit, long expected, Progress progress, Cancellation cancellation)
            throws IOException {
        long done = 0;
        try (BeatSource.Blocks blocks = source.open()) {
            for (Optional<Beats> next = blocks.next(); next.isPresent(); next = blocks.next()) {
                cancellation.check();
                Beats beats = next.get();
                AnsweredBlock block = flags.of(beats, model.apply(beats.sealed()));
                for (Listener listener : listeners) {
                    listener.add(block);
                }
                done += beats.size();
                progress.advanced(unit, done, expected);
            }
        }
        return done;
    }
}
