package org.beatbench.data.records;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Provenance;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.beats.BeatCutter;

/**
 * Cuts beats from a folder of recordings; the formats differ in what opens them.
 *
 * @param <S> the settings
 */
abstract class RecordProvider<S extends Record> implements PerturbableProvider<S> {

    /** The recordings that settings name. */
    abstract RecordFolder records(S settings, DatasetContext context) throws IOException;

    @Override
    public final OptionalDouble rate(S settings) {
        return OptionalDouble.of(BeatCutter.BEAT_RATE);
    }

    @Override
    public final Beats load(S settings, DatasetContext context) throws IOException {
        return records(settings, context).beats(context);
    }

    @Override
    public final List<Beats> perturbed(
            S settings, Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context)
            throws IOException {
        return records(settings, context).perturbed(chosen, perturbations, seed, context);
    }

    @Override
    public final List<String> assumptions(S settings, DatasetContext context) throws IOException {
        return provenance(settings, context).assumptions();
    }

    @Override
    public Provenance provenance(S settings, DatasetContext context) throws IOException {
        return records(settings, context).provenance(context);
    }
}
