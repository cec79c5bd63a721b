package org.beatbench.reports.html;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.beatbench.reports.chart.Hue;

/** One entry of the legend beneath a figure. */
record Legend(String name, Hue hue) {

    static Legend of(String name, Hue hue) {
        return new Legend(name, hue);
    }

    /** An entry for each of some things. */
    static <T> List<Legend> of(List<T> things, Function<T, String> name, Function<T, Hue> hue) {
        return things.stream()
                .map(thing -> of(name.apply(thing), hue.apply(thing)))
                .toList();
    }

    /** An entry for each name. */
    static List<Legend> of(Map<String, Hue> names) {
        return names.entrySet().stream()
                .map(named -> of(named.getKey(), named.getValue()))
                .toList();
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
