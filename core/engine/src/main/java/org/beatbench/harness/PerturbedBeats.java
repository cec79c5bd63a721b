package org.beatbench.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.inquiry.RecordingSource;
import org.beatbench.plugins.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * Beats as they would have come from worse recordings. Trials of one split mostly follow one another, so the last beats made
 * are kept. Not for use by two threads at once.
 */
final class PerturbedBeats {

    private final TrialBeats trialBeats;
    private final Catalogue catalogue;
    private final Path data;
    private @Nullable Made last;

    /**
     * @param trialBeats all labelled beats
     * @param data folder of the data sets
     */
    PerturbedBeats(TrialBeats trialBeats, Catalogue catalogue, Path data) {
        this.trialBeats = trialBeats;
        this.catalogue = catalogue;
        this.data = data;
    }

    /** Those of the data set, as it is used here. */
    RecordingSource of(DatasetUse use) {
        return (rows, perturbations, seed, cancellation) ->
                perturbed(new Wanted(use, rows, perturbations, seed), cancellation);
    }

    /**
     * The beats that are wanted.
     *
     * @throws IllegalStateException if the data set gives others
     */
    private List<Beats> perturbed(Wanted wanted, Cancellation cancellation) throws IOException {
        Made made = last;
        if (made == null || !made.wanted.equals(wanted)) {
            Beats chosen = trialBeats.of(wanted.use).select(wanted.rows);
            List<Beats> beats = catalogue
                    .dataset(wanted.use.id())
                    .perturbed(
                            wanted.use.settings(),
                            chosen,
                            wanted.perturbations,
                            wanted.seed,
                            new DatasetContext(data, Progress.NONE, cancellation));
            requireSame(chosen, beats, wanted.perturbations);
            made = new Made(wanted, beats);
            last = made;
        }
        return made.beats;
    }

    private static void requireSame(Beats chosen, List<Beats> perturbed, List<Perturbation> perturbations) {
        if (perturbed.size() != perturbations.size()) {
            throw new IllegalStateException(
                    perturbed.size() + " sets of beats for " + perturbations.size() + " disturbances");
        }
        List<Beat> asked = TrialBeats.identities(chosen);
        for (int step = 0; step < perturbed.size(); step++) {
            Beats beats = perturbed.get(step);
            if (beats.length() != chosen.length()
                    || !beats.classes().equals(chosen.classes())
                    || !TrialBeats.identities(beats).equals(asked)) {
                throw new IllegalStateException("the data set gives other beats for "
                        + perturbations.get(step).id() + " than it was asked for");
            }
        }
    }

    private record Wanted(DatasetUse use, Selection rows, List<Perturbation> perturbations, long seed) {}

    private record Made(Wanted wanted, List<Beats> beats) {

        Made {
            beats = List.copyOf(beats);
        }
    }
}
