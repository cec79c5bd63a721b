package org.beatbench.data.records;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/**
 * Which recordings in EDF or BDF, whose marks, and how they are cut.
 *
 * @param cut the folder, and how its recordings are cut
 * @param annotator the ending of the files with marks
 * @param choice which of the recordings, and whose they are
 */
public record EdfSettings(
        RecordSettings cut,

        @Hyper(
                "ending of the files beside the recordings that the marks are in, such as _beats.csv or qrs; empty: the recordings"
                        + " themselves, or files called like them with annotations, beats and the like")
        String annotator,

        RecordChoice choice) {

    static final EdfSettings DEFAULTS = new EdfSettings(RecordSettings.DEFAULTS, "", RecordChoice.ALL);

    public EdfSettings {
        Require.path("annotator", annotator);
    }
}
