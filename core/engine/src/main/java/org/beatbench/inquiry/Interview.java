package org.beatbench.inquiry;

import java.util.function.Function;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Predictions;

/**
 * A fitted model that can be asked.
 *
 * @param model its probabilities for beats, calibrated
 * @param tested those it gave in the test, in the order of {@link Scope#test}
 * @param recordings what the beats come from
 * @param threads how many threads to use
 * @param listener hears how far it is
 * @param cancellation is asked whether to go on
 */
public record Interview(
        Function<Beats, Predictions> model,
        Predictions tested,
        RecordingSource recordings,
        int threads,
        Listener listener,
        Cancellation cancellation) {

    /** Hears how much is done of how much. */
    @FunctionalInterface
    public interface Listener {
        void advanced(int done, int all);
    }

    /** What the model says of beats, which it sees without labels. */
    public Predictions answers(Beats beats) {
        return model.apply(beats.sealed());
    }
}
