package org.beatbench.reports.sections;

import org.beatbench.comparison.Comparison;
import org.beatbench.reports.chart.Hue;

/** Which colour a competitor has in all figures. */
public final class Colours {

    private Colours() {}

    public static Hue of(Comparison comparison, String competitor) {
        return Hue.ofSeries(comparison.competitors().indexOf(competitor));
    }
}
