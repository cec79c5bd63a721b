package org.beatbench.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.experiment.Trial;
import org.beatbench.plugins.Catalogue;
import org.beatbench.robustness.PerturbationLadder;
import org.jspecify.annotations.Nullable;

/**
 * Test beats as they would have come from worse recordings. Trials of one split mostly follow one another, so the last beats made
 * are kept. Not for use by two threads at once.
 */
final class Disturbances {

    private final Beats dataset;
    private final Splits splits;
    private final Catalogue catalogue;
    private final Path data;
    private @Nullable Made last;

    /**
     * @param dataset all labelled beats
     * @param data folder of the data sets
     */
    Disturbances(Beats dataset, Splits splits, Catalogue catalogue, Path data) {
        this.dataset = dataset;
        this.splits = splits;
        this.catalogue = catalogue;
        this.data = data;
    }

    /**
     * The beats of {@link Splits#disturbed} as each step of the {@link PerturbationLadder} makes them, labelled.
     *
     * @throws IllegalStateException if the data set gives others than it was asked for
     */
    List<Beats> of(Trial trial, Cancellation cancellation) throws IOException {
        List<String> key = List.of(
                trial.protocol(),
                trial.split(),
                Long.toString(trial.seed()),
                Integer.toString(trial.robustness()),
                trial.dataset().toString());
        Made made = last;
        if (made == null || !made.key.equals(key)) {
            Beats chosen = dataset.select(splits.disturbed(trial));
            List<Beats> beats = catalogue
                    .dataset(trial.dataset().id())
                    .perturbed(
                            trial.dataset().settings(),
                            chosen,
                            PerturbationLadder.STEPS,
                            trial.seed(),
                            new DatasetContext(data, Progress.NONE, cancellation));
            requireSame(chosen, beats);
            made = new Made(key, beats);
            last = made;
        }
        return made.beats;
    }

    private static void requireSame(Beats chosen, List<Beats> perturbed) {
        if (perturbed.size() != PerturbationLadder.STEPS.size()) {
            throw new IllegalStateException(
                    perturbed.size() + " sets of beats for " + PerturbationLadder.STEPS.size() + " disturbances");
        }
        List<Beat> asked = identities(chosen);
        for (int step = 0; step < perturbed.size(); step++) {
            Beats beats = perturbed.get(step);
            if (beats.length() != chosen.length()
                    || !beats.classes().equals(chosen.classes())
                    || !identities(beats).equals(asked)) {
                throw new IllegalStateException("the data set gives other beats for "
                        + PerturbationLadder.STEPS.get(step).id() + " than it was asked for");
            }
        }
    }

    /** What a disturbance does not change. */
    private static List<Beat> identities(Beats beats) {
        List<Beat> identities = new ArrayList<>();
        for (Beat beat : beats.beats()) {
            identities.add(
                    new Beat(beat.label(), 0, 0, 0, beat.subject(), beat.record(), beat.position(), beat.symbol()));
        }
        return identities;
    }

    private record Made(List<String> key, List<Beats> beats) {

        Made {
            beats = List.copyOf(beats);
        }
    }
}
