package org.beatbench.reports.html;

import org.beatbench.reports.chart.Hue;

/** One entry of the legend beneath a figure. */
record Legend(String name, String colour) {

    static Legend of(String name, Hue hue) {
        return new Legend(name, hue.id());
    }
}
