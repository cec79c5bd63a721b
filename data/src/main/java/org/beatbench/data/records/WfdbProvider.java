package org.beatbench.data.records;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.wfdb.WfdbSource;

/** Cuts beats from a folder of somebody's own WFDB records with annotations, just as those of the MIT-BIH database are cut. */
public final class WfdbProvider implements PerturbableProvider<RecordSettings> {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "wfdb",
                "Annotated WFDB records",
                "A folder of your own records (.hea, .dat, .atr), cut into beats as those of mitdb are.",
                "1",
                false,
                "",
                "");
    }

    @Override
    public RecordSettings defaults() {
        return RecordSettings.DEFAULTS;
    }

    @Override
    public OptionalDouble rate(RecordSettings settings) {
        return OptionalDouble.of(BeatCutter.BEAT_RATE);
    }

    @Override
    public Beats load(RecordSettings settings, DatasetContext context) throws IOException {
        return records(settings, context).beats(context);
    }

    @Override
    public List<Beats> perturbed(
            RecordSettings settings, Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context)
            throws IOException {
        return records(settings, context).perturbed(chosen, perturbations, seed, context);
    }

    @Override
    public List<String> assumptions(RecordSettings settings, DatasetContext context) throws IOException {
        return records(settings, context).assumptions(context);
    }

    private RecordFolder records(RecordSettings settings, DatasetContext context) throws IOException {
        return RecordFolder.of(
                info(), settings, context, WfdbSource::of, "name the folder of your records with the setting folder");
    }
}
