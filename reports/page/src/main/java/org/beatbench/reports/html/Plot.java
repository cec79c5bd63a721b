package org.beatbench.reports.html;

import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Steps;

/** The area of a drawing that holds the data, with its two scales, its grid and its labels. */
record Plot(Svg svg, Scale x, Scale y) {

    /** Room above the area for the title of the vertical axis. */
    static final double TOP = 34;

    /** Room below the area for the numbers and the title of the horizontal axis. */
    static final double BOTTOM = 46;

    /** Between two labels, and between a label and the edge of the drawing. */
    private static final double GAP = 6;

    /** Where the area begins, so that the numbers of the vertical axis have room to the left of it. */
    static double left(Axis axis, Scale y) {
        return Math.max(
                40,
                8
                        + GAP
                        + TextMetrics.widest(y.ticks().stream()
                                .map(tick -> Numbers.tick(axis.quantity(), tick))
                                .toList()));
    }

    /** Horizontal grid lines with their numbers, and the title of the axis above them. */
    Plot verticalAxis(Axis axis) {
        for (double tick : y.ticks()) {
            svg.line(x.from(), y.at(tick), x.to(), y.at(tick), "grid");
            svg.text(x.from() - 8, y.at(tick) + 4, "tick end", Numbers.tick(axis.quantity(), tick));
        }
        double place = Math.max(0, x.from() - 30);
        svg.text(place, y.to() - 14, "axis", TextMetrics.cut("↑ " + axis.label(), svg.width() - place));
        return this;
    }

    /** Vertical grid lines with their numbers, and the title of the axis below them; numbers for which there is no room are left out. */
    Plot horizontalAxis(Axis axis) {
        double taken = 0;
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), y.from(), x.at(tick), y.to(), "grid");
            String label = Numbers.tick(axis.quantity(), tick);
            double half = TextMetrics.width(label) / 2;
            double place = centre(x.at(tick), half);
            if (place - half >= taken) {
                svg.text(place, y.from() + 17, "tick middle", label);
                taken = place + half + GAP;
            }
        }
        svg.text(x.to(), y.from() + 36, "axis end", TextMetrics.cut(axis.label() + " →", x.to()));
        return this;
    }

    /** From where to where an axis goes that has so many steps, in words. */
    static String reach(Steps steps, int count) {
        return steps.axis().label() + " 0 to " + Numbers.tick(steps.axis().quantity(), steps.at(Math.max(0, count)));
    }

    /** The interval of an estimate at a height, as a level line with ends, if it has one. */
    void levelWhisker(Estimate estimate, double height) {
        if (estimate.hasInterval()) {
            double low = x.at(estimate.low());
            double high = x.at(estimate.high());
            svg.line(low, height, high, height, "whisker");
            svg.line(low, height - 3, low, height + 3, "whisker");
            svg.line(high, height - 3, high, height + 3, "whisker");
        }
    }

    /** The interval of an estimate above and below its place, as a faint upright line of its colour. */
    void interval(double place, Estimate estimate, Hue hue) {
        Polyline line = new Polyline().to(place, y.at(estimate.low())).to(place, y.at(estimate.high()));
        svg.path(line.path(), "interval", hue.id());
    }

    /** The middle of a label that wants to stand there and must not reach beyond the drawing. */
    private double centre(double wanted, double half) {
        return Math.max(half + 1, Math.min(wanted, svg.width() - half - 1));
    }
}
