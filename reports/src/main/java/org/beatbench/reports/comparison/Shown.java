package org.beatbench.reports.comparison;

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
record Shown(Beats beats, Disclosure disclosure) {

    boolean singleBeats() {
        return disclosure == Disclosure.BEATS;
    }

    /** Why no single beat is shown. */
    static Prose noBeats(Optional<Shown> shown) {
        return Prose.normal("No single beat is shown: this report was made "
                + (shown.isPresent() ? "to be published." : "without the data set."));
    }
}
