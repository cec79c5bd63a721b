package org.beatbench.reports.comparison;

import org.beatbench.api.Beats;
import org.beatbench.reports.Disclosure;

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
}
