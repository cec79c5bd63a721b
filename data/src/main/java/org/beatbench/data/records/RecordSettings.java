package org.beatbench.data.records;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;
import org.beatbench.data.context.Reference;
import org.beatbench.data.context.Surroundings;

/**
 * Which records, and how they are cut.
 *
 * @param folder where the records lie; empty for the folder with the data set's id in the data folder
 * @param signal the signal that is cut, 0-based
 * @param resample whether records at other rates are resampled instead of refused
 * @param form what a beat is made of
 * @param reference what is usual for a recording
 */
public record RecordSettings(
        @Hyper("folder of the WFDB records; empty: the folder of that name in the data folder")
        String folder,

        @Hyper(value = "signal to cut beats from, counted from 0", min = 0, tries = "1")
        int signal,

        @Hyper("bring records whose rate is no multiple of 360 Hz to 360 Hz instead of refusing them")
        boolean resample,

        @Hyper(value = "what a beat is made of", added = true)
        Surroundings form,

        @Hyper(value = "what is usual for a recording, where the form compares beats with that", added = true)
        Reference reference) {

    static final RecordSettings DEFAULTS = new RecordSettings("", 0, false, Surroundings.KAGGLE, Reference.LATE);

    public RecordSettings {
        Require.path("folder", folder);
    }
}
