package org.beatbench.reports.html;

import java.util.List;
import org.beatbench.reports.Numbers;
import org.beatbench.reports.chart.Axis;

/** The area of a drawing that holds the data, with its two scales, its grid and its labels. */
record Plot(Svg svg, Scale x, Scale y) {

    /** How wide a letter is on average, at the size in which labels are written. */
    static final double LETTER = 6.4;

    /** How far labels may reach to the right of an axis. */
    private static final double MARGIN = 14;

    private static final int LONGEST_NAME = 28;

    /** Horizontal grid lines with their numbers, and the title of the axis above them. */
    Plot verticalAxis(Axis axis) {
        for (double tick : y.ticks()) {
            svg.line(x.from(), y.at(tick), x.to(), y.at(tick), "grid");
            svg.text(x.from() - 8, y.at(tick) + 4, "tick end", Numbers.tick(axis.quantity(), tick));
        }
        svg.text(x.from() - 8, y.to() - 14, "axis", "↑ " + axis.label());
        return this;
    }

    /** Vertical grid lines with their numbers, and the title of the axis below them. */
    Plot horizontalAxis(Axis axis) {
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), y.from(), x.at(tick), y.to(), "grid");
            String label = Numbers.tick(axis.quantity(), tick);
            // A label at the end of the axis must not reach beyond the drawing.
            double place = Math.min(x.at(tick), x.to() + MARGIN - LETTER * label.length() / 2);
            svg.text(place, y.from() + 17, "tick middle", label);
        }
        svg.text(x.to(), y.from() + 36, "axis end", axis.label() + " →");
        return this;
    }

    /** A name, cut if it is too long to be drawn. */
    static String name(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** The space that the longest of the names needs. */
    static double widest(List<String> names) {
        return names.stream().mapToInt(name -> name(name).length()).max().orElse(0) * LETTER;
    }
}
