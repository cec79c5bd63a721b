package org.beatbench.data.records;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Provenance;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.wfdb.WfdbSource;

/** Cuts beats from a folder of somebody's own WFDB records with annotations, just as those of the MIT-BIH database are cut. */
public final class WfdbProvider implements PerturbableProvider<WfdbSettings> {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "wfdb",
                "Annotated WFDB records",
                "A folder of your own records (.hea, .dat, .atr), cut into beats as those of mitdb are, but that a beat ends by the next beat.",
                "2",
                false,
                "",
                "");
    }

    @Override
    public WfdbSettings defaults() {
        return WfdbSettings.DEFAULTS;
    }

    @Override
    public OptionalDouble rate(WfdbSettings settings) {
        return OptionalDouble.of(BeatCutter.BEAT_RATE);
    }

    @Override
    public Beats load(WfdbSettings settings, DatasetContext context) throws IOException {
        return records(settings, context).beats(context);
    }

    @Override
    public List<Beats> perturbed(
            WfdbSettings settings, Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context)
            throws IOException {
        return records(settings, context).perturbed(chosen, perturbations, seed, context);
    }

    @Override
    public List<String> assumptions(WfdbSettings settings, DatasetContext context) throws IOException {
        return provenance(settings, context).assumptions();
    }

    @Override
    public Provenance provenance(WfdbSettings settings, DatasetContext context) throws IOException {
        return records(settings, context).provenance(context);
    }

    private RecordFolder records(WfdbSettings settings, DatasetContext context) throws IOException {
        return RecordFolder.of(
                info(),
                settings.cut(),
                settings.choice(),
                BeatEnd.NEXT_BEAT,
                context,
                folder -> WfdbSource.of(folder, settings.annotator()),
                "name the folder of your records with the setting folder");
    }
}
