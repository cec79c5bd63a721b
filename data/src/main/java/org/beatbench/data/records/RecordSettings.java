package org.beatbench.data.records;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;
import org.beatbench.data.context.Reference;
import org.beatbench.data.context.Surroundings;
import org.beatbench.data.recording.LeadChoice;
import org.beatbench.data.recording.LeadSelection;

/**
 * Which records, and how they are cut.
 *
 * @param folder where the records lie; empty for the folder with the data set's id in the data folder
 * @param signal the lead that is cut; see {@link LeadChoice}
 * @param resample whether records at other rates are resampled instead of refused
 * @param form what a beat is made of
 * @param reference what is usual for a recording
 */
public record RecordSettings(
        @Hyper("folder of the records; empty: the folder of that name in the data folder")
        String folder,

        @Hyper(
                value =
                        "lead to cut beats from: its number, counted from 0, or names of which the first that a record has is taken,"
                                + " such as [MLII, II, V5]",
                tries = "1")
        String signal,

        @Hyper("bring records whose rate is no multiple of 360 Hz to 360 Hz instead of refusing them")
        boolean resample,

        @Hyper(value = "what a beat is made of", added = true)
        Surroundings form,

        @Hyper(value = "what is usual for a recording, where the form compares beats with that", added = true)
        Reference reference) {

    private static final String FIRST = "0";

    /** Where a form looks at leads and nobody chose one: that in which its recipe was made, or else the first. */
    private static final String MODIFIED_LIMB_LEADS = "MLII, II, 0";

    static final RecordSettings DEFAULTS = new RecordSettings("", FIRST, false, Surroundings.KAGGLE, Reference.LATE);

    public RecordSettings {
        Require.path("folder", folder);
        LeadChoice.of(signal);
    }

    /** The leads that the form looks at; see {@link LeadChoice}. */
    LeadSelection leads() {
        boolean asItComes = signal.equals(FIRST) && form.looksAtLeads();
        return LeadChoice.of(asItComes ? MODIFIED_LIMB_LEADS : signal).upTo(form.leads());
    }
}
