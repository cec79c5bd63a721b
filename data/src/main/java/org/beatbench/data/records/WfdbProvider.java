package org.beatbench.data.records;

import java.io.IOException;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.wfdb.WfdbSource;

/** Cuts beats from a folder of somebody's own WFDB records with annotations, just as those of the MIT-BIH database are cut. */
public final class WfdbProvider extends RecordProvider<WfdbSettings> {

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
    RecordFolder records(WfdbSettings settings, DatasetContext context) throws IOException {
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
