package org.beatbench.reports.html;

import java.util.List;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Tradeoffs;

/** Draws squares side by side, each with its lines and what chance would reach. */
final class TradeoffDrawing {

    private static final int MOST_COLUMNS_WHERE_NARROW = 2;
    private static final double GAP = 16;
    private static final double TOP = 44;

    private final Tradeoffs chart;
    private final DrawingWidth breadth;
    private final int columns;
    private final double left;
    private final double side;
    private final double pitch;
    private final Svg svg;

    private TradeoffDrawing(Tradeoffs chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        this.columns = breadth == DrawingWidth.WIDE
                ? Tradeoffs.COLUMNS
                : Math.min(MOST_COLUMNS_WHERE_NARROW, Tradeoffs.COLUMNS);
        this.left = 14 + TextMetrics.width(Numbers.tick(chart.y().quantity(), 1));
        this.side = (breadth.width() - left - 10 - GAP * (columns - 1)) / columns;
        this.pitch = side + 50;
        int rows = (chart.squares().size() + columns - 1) / columns;
        this.svg = new Svg(breadth.width(), 22 + rows * pitch + 18, alternative);
    }

    /** A drawing of this breadth. */
    static Drawing of(Tradeoffs chart, String alternative, DrawingWidth breadth) {
        return new TradeoffDrawing(chart, alternative, breadth).draw();
    }

    private Drawing draw() {
        svg.text(0, 12, "axis", "↑ " + chart.y().label());
        for (int i = 0; i < chart.squares().size(); i++) {
            double from = left + i % columns * (side + GAP);
            int line = i / columns;
            double top = TOP + line * pitch;
            square(chart.squares().get(i), from, top, i % columns == 0);
        }
        svg.text(svg.width() - 10, svg.height() - 4, "axis end", chart.x().label() + " →");
        return Drawing.of(breadth, svg, Legend.of(chart.names()));
    }

    private void square(Tradeoffs.Square square, double from, double top, boolean isFirst) {
        Scale x = Scale.exact(0, 1, from, from + side, 2);
        Scale y = Scale.exact(0, 1, top + side, top, 2);
        svg.text(from, top - 7, "name", TextMetrics.cut(square.name(), side));
        grid(x, y, isFirst);
        svg.path(path(square.chance(), x, y), "frontier", Hue.NEUTRAL.id());
        for (Tradeoffs.Line line : square.lines()) {
            svg.path(path(line.points(), x, y), "line thin", line.hue().id());
        }
    }

    /** The grid of a square, with its numbers; the vertical axis has them only where no square stands to the left. */
    private void grid(Scale x, Scale y, boolean isFirst) {
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), y.from(), x.at(tick), y.to(), "grid");
            String place = tick == 0 ? "tick" : tick == 1 ? "tick end" : "tick middle";
            svg.text(x.at(tick), y.from() + 16, place, Numbers.tick(chart.x().quantity(), tick));
        }
        for (double tick : y.ticks()) {
            svg.line(x.from(), y.at(tick), x.to(), y.at(tick), "grid");
            if (isFirst) {
                svg.text(
                        x.from() - 8,
                        y.at(tick) + 4,
                        "tick end",
                        Numbers.tick(chart.y().quantity(), tick));
            }
        }
    }

    private static String path(List<Tradeoffs.Point> points, Scale x, Scale y) {
        Polyline line = new Polyline();
        points.forEach(point -> line.to(x.at(point.x()), y.at(point.y())));
        return line.path();
    }
}
