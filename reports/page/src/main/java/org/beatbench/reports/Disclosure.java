package org.beatbench.reports;

import java.util.Locale;
import org.beatbench.saliency.MeanBeat;

/** How much a report shows of the beats themselves, which are somebody's ECG. */
public enum Disclosure {

    /** Nothing: the data set is not at hand. */
    NOTHING,

    /** What many beats have in common. */
    MEANS,

    /** Single beats too. */
    BEATS;

    /** No point of a mean beat is of fewer. */
    public int fewest() {
        return this == BEATS ? 1 : MeanBeat.FEWEST;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
