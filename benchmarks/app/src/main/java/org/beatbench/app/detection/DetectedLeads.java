package org.beatbench.app.detection;

import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.data.detector.QrsDetector;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.LeadChoice;
import org.beatbench.data.recording.LeadSelection;
import org.jspecify.annotations.Nullable;

/** Which leads beats are looked for in: where nobody chose, the first that is an ECG. */
final class DetectedLeads {

    private DetectedLeads() {}

    /**
     * A choice.
     *
     * @param written number or names of a lead; null for the first
     * @param most the leads that follow it are looked at as well, up to so many
     * @throws UserError if it is no choice
     */
    static LeadSelection of(@Nullable String written, int most) {
        if (most < 1) {
            throw new UserError("--leads must be at least 1: " + most, "leave it out to look at one lead");
        }
        if (written == null) {
            return (record, all) ->
                    LeadChoice.of(Integer.toString(first(all))).upTo(most).of(record, all);
        }
        try {
            return LeadChoice.of(written).upTo(most);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "--lead must be a number counted from 0, or names of leads: " + written, "such as --lead MLII,II");
        }
    }

    /** Of leads that are no ECG the first as well, which is then refused by name. */
    private static int first(List<Lead> all) {
        return all.get(Lead.ecgs(all).get(0)).number();
    }

    /** Refuses a rate that the detector was not made for. */
    static void check(double rate) {
        if (rate < QrsDetector.LOWEST_RATE || rate > QrsDetector.HIGHEST_RATE) {
            throw new UserError(
                    "it has " + rate + " samples a second, and beats are found at " + (int) QrsDetector.LOWEST_RATE
                            + " to " + (int) QrsDetector.HIGHEST_RATE,
                    "bring it to such a rate, 360 for example");
        }
    }
}
