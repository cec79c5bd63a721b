package org.beatbench.inquiry;

import java.io.IOException;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.api.perturbation.Perturbation;

/** What the beats of a data set come from. */
@FunctionalInterface
public interface RecordingSource {

    /**
     * Some beats as they would have come from worse recordings, labelled, for each perturbation.
     *
     * @param rows of the data set
     * @param seed the only source of randomness
     */
    List<Beats> perturbed(Selection rows, List<Perturbation> perturbations, long seed, Cancellation cancellation)
            throws IOException;
}
