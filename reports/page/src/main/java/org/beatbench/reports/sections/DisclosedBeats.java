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
public record DisclosedBeats(Beats beats, Disclosure disclosure) {

    /** So much of some beats; empty if that is nothing. */
    public static Optional<DisclosedBeats> of(Beats beats, Disclosure disclosure) {
        return disclosure == Disclosure.NOTHING
                ? Optional.empty()
                : Optional.of(new DisclosedBeats(beats.firstChannel(), disclosure));
    }

    /** How much of the data set is shown, nothing if it is not at hand. */
    public static Disclosure disclosure(Optional<DisclosedBeats> shown) {
        return shown.map(DisclosedBeats::disclosure).orElse(Disclosure.NOTHING);
    }

    public boolean singleBeats() {
        return disclosure == Disclosure.BEATS;
    }

    /** Why no single beat is shown. */
    public static Prose noBeats(Optional<DisclosedBeats> shown) {
        return Prose.normal("No single beat is shown: this report was made "
                + (shown.isPresent() ? "to be published." : "without the data set."));
    }
}
