package org.beatbench.api.perturbation;

import java.io.IOException;
import java.util.List;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetProvider;

/**
 * A data set that has recordings, and so can tell what its beats would have been like had the recordings been worse. Its version
 * changes whenever these beats may change, too.
 *
 * @param <S> the settings, as in {@link DatasetProvider}
 */
public interface PerturbableProvider<S extends Record> extends DatasetProvider<S> {

    /**
     * Cuts some beats again, from disturbed recordings, in the way that {@link #load} cuts them. A beat stays the one it is:
     * label, subject, record, position and symbol do not change, what is seen of it may. A beat whose displaced part would take
     * in samples that are missing is not displaced.
     *
     * @param settings with which the beats were loaded
     * @param chosen some beats of {@link #load}, in any order; one may stand there more than once
     * @param perturbations one after the other, not all at once
     * @param seed of chance
     * @return for each perturbation the chosen beats, in their order
     * @throws org.beatbench.api.UserError if the data are missing, wrong, or others than the beats were cut from
     * @throws IOException if they cannot be read
     */
    List<Beats> perturbed(S settings, Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context)
            throws IOException;
}
