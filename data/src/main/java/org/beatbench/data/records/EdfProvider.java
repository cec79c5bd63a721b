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
import org.beatbench.data.annotations.ClassedSource;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.edf.EdfSource;

/** Cuts beats from a folder of somebody's own recordings in EDF, EDF+, BDF or BDF+, just as those of WFDB records are cut. */
public final class EdfProvider implements PerturbableProvider<EdfSettings> {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "edf",
                "Annotated EDF recordings",
                "A folder of your own recordings in EDF, EDF+, BDF or BDF+ with marks of beats, cut as those of wfdb are.",
                "1",
                false,
                "",
                "");
    }

    @Override
    public EdfSettings defaults() {
        return EdfSettings.DEFAULTS;
    }

    @Override
    public OptionalDouble rate(EdfSettings settings) {
        return OptionalDouble.of(BeatCutter.BEAT_RATE);
    }

    @Override
    public Beats load(EdfSettings settings, DatasetContext context) throws IOException {
        return records(settings, context).beats(context);
    }

    @Override
    public List<Beats> perturbed(
            EdfSettings settings, Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context)
            throws IOException {
        return records(settings, context).perturbed(chosen, perturbations, seed, context);
    }

    @Override
    public List<String> assumptions(EdfSettings settings, DatasetContext context) throws IOException {
        return provenance(settings, context).assumptions();
    }

    @Override
    public Provenance provenance(EdfSettings settings, DatasetContext context) throws IOException {
        return records(settings, context).provenance(context);
    }

    private RecordFolder records(EdfSettings settings, DatasetContext context) throws IOException {
        return RecordFolder.of(
                info(),
                settings.cut(),
                settings.choice(),
                BeatEnd.NEXT_BEAT,
                context,
                folder -> ClassedSource.of(EdfSource.of(folder, settings.annotator())),
                "name the folder of your recordings with the setting folder");
    }
}
