package org.beatbench.data.records;

import org.beatbench.api.Hyper;
import org.beatbench.data.wfdb.WfdbSource;

/**
 * Which WFDB records, whose marks, and how they are cut.
 *
 * @param cut the folder, and how its records are cut
 * @param annotator the ending of the annotation files
 * @param choice which of the records, and whose they are
 */
public record WfdbSettings(
        RecordSettings cut,

        @Hyper(
                value = "ending of the annotation files: atr for the reference, others such as qrs, ecg, pu1",
                added = true)
        String annotator,

        RecordChoice choice) {

    static final WfdbSettings DEFAULTS =
            new WfdbSettings(RecordSettings.DEFAULTS, WfdbSource.REFERENCE, RecordChoice.ALL);

    public WfdbSettings {
        if (!annotator.matches("[a-zA-Z0-9][\\w-]*")) {
            throw new IllegalArgumentException(
                    "annotator must be the ending of a file, such as atr or qrs: " + annotator);
        }
    }
}
