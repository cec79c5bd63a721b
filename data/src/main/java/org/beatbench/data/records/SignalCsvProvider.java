package org.beatbench.data.records;

import java.io.IOException;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.data.annotations.ClassedSource;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.signalcsv.SignalCsvSource;

/** Cuts beats from a folder of somebody's own recordings as CSV files, just as those of WFDB records are cut. */
public final class SignalCsvProvider extends RecordProvider<SignalCsvSettings> {

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "signal-csv",
                "Annotated CSV recordings",
                "A folder of your own recordings as CSV files, a column for each lead, and of tables of marks beside them, cut as those of wfdb are.",
                "1",
                false,
                "",
                "");
    }

    @Override
    public SignalCsvSettings defaults() {
        return SignalCsvSettings.DEFAULTS;
    }

    @Override
    RecordFolder records(SignalCsvSettings settings, DatasetContext context) throws IOException {
        return RecordFolder.of(
                info(),
                settings.cut(),
                settings.choice(),
                BeatEnd.NEXT_BEAT,
                context,
                folder -> ClassedSource.of(SignalCsvSource.of(folder, settings.annotator(), settings.rate())),
                "name the folder of your recordings with the setting folder");
    }
}
