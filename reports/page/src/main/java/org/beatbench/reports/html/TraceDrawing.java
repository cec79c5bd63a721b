package org.beatbench.reports.html;

import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Traces;

/** Draws small pictures side by side, each with a few traces over one another. */
final class TraceDrawing {

    private static final int MOST_COLUMNS_WHERE_NARROW = 3;
    private static final double GAP = 14;
    private static final double HEIGHT = 92;
    private static final double HEAD = 18;
    private static final double PITCH = HEIGHT + 26;

    private final Traces chart;
    private final Svg svg;

    private TraceDrawing(Traces chart, Svg svg) {
        this.chart = chart;
        this.svg = svg;
    }

    /** A drawing of this breadth. */
    static Drawing of(Traces chart, String alternative, DrawingWidth breadth) {
        int columns =
                breadth == DrawingWidth.WIDE ? chart.columns() : Math.min(MOST_COLUMNS_WHERE_NARROW, chart.columns());
        int rows = (chart.panels().size() + columns - 1) / columns;
        Svg svg = new Svg(breadth.width(), rows * PITCH + HEAD + TextMetrics.LINE, alternative);
        new TraceDrawing(chart, svg).draw(columns);
        return Drawing.of(
                breadth,
                svg,
                chart.names().values().stream()
                        .map(trace -> Legend.ofLine(trace.name(), trace.hue(), trace.solid()))
                        .toList());
    }

    private void draw(int columns) {
        double width = (svg.width() - GAP * (columns - 1)) / columns;
        for (int i = 0; i < chart.panels().size(); i++) {
            double left = i % columns * (width + GAP);
            int line = i / columns;
            double top = line * PITCH + HEAD;
            panel(chart.panels().get(i), left, top, width);
        }
        svg.text(
                0,
                svg.height() - 6 - TextMetrics.LINE,
                "axis",
                "→ in each frame: " + Plot.reach(chart.x(), chart.length() - 1));
        svg.text(0, svg.height() - 6, "axis", "↑ " + chart.y().label());
    }

    private void panel(Traces.Panel panel, double left, double top, double width) {
        svg.text(left, top - 5, "name", TextMetrics.cut(panel.name(), width));
        svg.path(
                "M" + Svg.point(left, top) + "h" + Svg.number(width) + "v" + Svg.number(HEIGHT) + "h"
                        + Svg.number(-width) + "Z",
                "frame",
                Hue.NEUTRAL.id());
        Scale x = Scale.exact(0, Math.max(1, chart.length() - 1), left, left + width, 4);
        Scale y = Scale.exact(0, 1, top + HEIGHT - 4, top + 4, 2);
        for (Traces.Trace trace : panel.traces()) {
            Polyline line = new Polyline();
            for (int sample = 0; sample < trace.values().size(); sample++) {
                line.to(x.at(sample), y.at(trace.values().get(sample)));
            }
            svg.path(
                    line.path(),
                    trace.solid() ? "line thin" : "frontier",
                    trace.hue().id());
        }
    }
}
