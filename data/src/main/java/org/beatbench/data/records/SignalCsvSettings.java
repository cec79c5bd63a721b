package org.beatbench.data.records;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/**
 * Which recordings in CSV files, whose marks, and how they are cut.
 *
 * @param cut the folder, and how its recordings are cut
 * @param annotator the ending of the files with marks
 * @param rate samples a second, where the files do not tell
 * @param choice which of the recordings, and whose they are
 */
public record SignalCsvSettings(
        RecordSettings cut,

        @Hyper(
                "ending of the files beside the recordings that the marks are in, such as _r.csv or atr; empty: files called like them"
                        + " with annotations, beats and the like")
        String annotator,

        @Hyper(value = "samples a second; 0: by the column of times", min = 0)
        double rate,

        RecordChoice choice) {

    static final SignalCsvSettings DEFAULTS = new SignalCsvSettings(RecordSettings.DEFAULTS, "", 0, RecordChoice.ALL);

    public SignalCsvSettings {
        Require.path("annotator", annotator);
    }
}
