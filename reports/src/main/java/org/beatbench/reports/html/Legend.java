package org.beatbench.reports.html;

import org.beatbench.reports.chart.Hue;

/** One entry of the legend beneath a figure. */
record Legend(String name, Hue hue) {

    static Legend of(String name, Hue hue) {
        return new Legend(name, hue);
    }

    /** The name of its colour. */
    String colour() {
        return hue.id();
    }

    /** How often all colours were used before this one, 0..3, which gives the mark its shape. */
    int cycle() {
        return Math.min(hue.cycle(), 3);
    }
}
