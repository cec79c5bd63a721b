package org.beatbench.reports.html;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.beatbench.reports.chart.Hue;

/** One entry of the legend beneath a figure. */
record Legend(String name, Hue hue, Sample sample) {

    /** What stands before the name, as the thing it names looks in the figure. */
    enum Sample {
        /** A dot, or another shape where the colours are used up. */
        MARK,
        /** A short line. */
        LINE,
        /** A short dashed line. */
        DASHES
    }

    static Legend of(String name, Hue hue) {
        return new Legend(name, hue, Sample.MARK);
    }

    /** An entry for a line. */
    static Legend ofLine(String name, Hue hue, boolean solid) {
        return new Legend(name, hue, solid ? Sample.LINE : Sample.DASHES);
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

    /** The class of the style sheet that gives the sample its shape; empty for a dot. */
    String shape() {
        return switch (sample) {
            case MARK -> hue.cycle() == 0 ? "" : "cycle-" + Math.min(hue.cycle(), 3);
            case LINE -> "stroke";
            case DASHES -> "stroke dashes";
        };
    }
}
