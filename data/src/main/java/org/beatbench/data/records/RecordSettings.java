package org.beatbench.data.records;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;
import org.beatbench.data.recording.LeadChoice;

/**
 * Which records, and how they are cut.
 *
 * @param folder where the records lie; empty for the folder with the data set's id in the data folder
 * @param signal the lead that is cut; see {@link LeadChoice}
 * @param resample whether records at other rates are resampled instead of refused
 */
public record RecordSettings(
        @Hyper("folder of the WFDB records; empty: the folder of that name in the data folder")
        String folder,

        @Hyper(
                value =
                        "lead to cut beats from: its number, counted from 0, or names of which the first that a record has is taken,"
                                + " such as [MLII, II, V5]",
                tries = "1")
        String signal,

        @Hyper("bring records whose rate is no multiple of 360 Hz to 360 Hz instead of refusing them")
        boolean resample) {

    static final RecordSettings DEFAULTS = new RecordSettings("", "0", false);

    public RecordSettings {
        Require.path("folder", folder);
        LeadChoice.of(signal);
    }
}
