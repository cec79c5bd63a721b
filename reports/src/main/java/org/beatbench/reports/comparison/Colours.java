package org.beatbench.reports.comparison;

import org.beatbench.reports.chart.Hue;

/** Which colour a competitor has in all figures. */
final class Colours {

    private Colours() {}

    static Hue of(Comparison comparison, String competitor) {
        return Hue.ofSeries(comparison.competitors().indexOf(competitor));
    }
}
