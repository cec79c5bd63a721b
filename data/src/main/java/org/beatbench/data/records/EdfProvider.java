package org.beatbench.data.records;

import java.io.IOException;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.data.annotations.ClassedSource;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.edf.EdfSource;

/** Cuts beats from a folder of somebody's own recordings in EDF, EDF+, BDF or BDF+, just as those of WFDB records are cut. */
public final class EdfProvider extends RecordProvider<EdfSettings> {

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
    RecordFolder records(EdfSettings settings, DatasetContext context) throws IOException {
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
