package org.beatbench.data.records;

import org.beatbench.api.Hyper;

/**
 * How the records of the MIT-BIH Arrhythmia Database are cut.
 *
 * @param cut the folder, and how its records are cut
 * @param skip names of records that are not read
 */
public record MitdbSettings(
        RecordSettings cut,

        @Hyper(
                value = "records to leave out, such as 102,104,107,217 (those with paced beats); empty: none",
                added = true)
        String skip) {

    static final MitdbSettings DEFAULTS = new MitdbSettings(RecordSettings.DEFAULTS, "");

    /** Which records these are of those that there are. */
    RecordChoice choice() {
        return new RecordChoice("", skip, BadRecords.REFUSE, "");
    }
}
