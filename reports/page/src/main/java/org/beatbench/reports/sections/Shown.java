package org.beatbench.reports.sections;

import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.reports.Disclosure;
import org.beatbench.reports.Prose;

/**
 * What a report can show of the data set.
 *
 * @param beats those that the plan is about
 * @param disclosure how much of them
 */
public record Shown(Beats beats, Disclosure disclosure) {

    public boolean singleBeats() {
        return disclosure == Disclosure.BEATS;
    }

    /** Why no single beat is shown. */
    public static Prose noBeats(Optional<Shown> shown) {
        return Prose.normal("No single beat is shown: this report was made "
                + (shown.isPresent() ? "to be published." : "without the data set."));
    }
}
