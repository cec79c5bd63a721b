package org.beatbench.reports.html;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.beatbench.reports.chart.Attention;
import org.beatbench.reports.chart.Hue;

/** Draws traces with coloured strips under them. */
final class AttentionDrawing {

    private static final double TRACE = 84;
    private static final double STRIP = 15;
    private static final double GAP = 18;
    private static final double HEAD = 20;

    private final Attention chart;
    private final List<String> names;
    private final Svg svg;
    private final Shading shading;
    private final DrawingWidth breadth;
    private final int columns;

    private AttentionDrawing(Attention chart, Svg svg, Shading shading, DrawingWidth breadth, int columns) {
        this.chart = chart;
        this.names = chart.names();
        this.svg = svg;
        this.shading = shading;
        this.breadth = breadth;
        this.columns = columns;
    }

    /** A drawing of this breadth. */
    static Drawing of(Attention chart, String alternative, DrawingWidth breadth) {
        int columns = breadth == DrawingWidth.WIDE ? Attention.COLUMNS : 1;
        int rows = (chart.panels().size() + columns - 1) / columns;
        double pitch = HEAD + TRACE + STRIP * chart.names().size() + GAP;
        Shading shading = new Shading(chart.shades(), chart.weight(), breadth.width());
        double foot = rows * pitch + 14;
        Svg svg = new Svg(breadth.width(), foot + shading.height(), alternative);
        new AttentionDrawing(chart, svg, shading, breadth, columns).draw(pitch, foot);
        shading.legend(svg, foot);
        return Drawing.of(breadth, svg, List.of());
    }

    private void draw(double pitch, double foot) {
        double left = Math.max(40, breadth.widest(names) + 14);
        double width = (svg.width() - left - GAP * (columns - 1)) / columns;
        for (int i = 0; i < chart.panels().size(); i++) {
            int column = i % columns;
            int line = i / columns;
            double from = left + column * (width + GAP);
            double top = line * pitch + HEAD;
            Scale x = Scale.exact(0, Math.max(1, chart.length()), from, from + width, 4);
            panel(chart.panels().get(i), x, top);
            for (int row = 0; column == 0 && row < names.size(); row++) {
                svg.text(left - 8, bottom(top, row) - 3, "name end", breadth.name(names.get(row)));
            }
        }
        svg.text(
                svg.width(), foot - 4, "axis end", "Each picture: " + Plot.reach(chart.x(), chart.length() - 1) + " →");
    }

    private void panel(Attention.Panel panel, Scale x, double top) {
        svg.text(x.from(), top - 6, "name", TextMetrics.cut(panel.name(), x.to() - x.from()));
        svg.path(
                "M" + Svg.point(x.from(), top) + "h" + Svg.number(x.to() - x.from()) + "v"
                        + Svg.number(TRACE + STRIP * names.size()) + "h"
                        + Svg.number(x.from() - x.to()) + "Z",
                "frame",
                Hue.NEUTRAL.id());
        Scale y = Scale.exact(chart.low(), chart.high(), top + TRACE - 5, top + 5, 2);
        Polyline trace = new Polyline();
        for (int sample = 0; sample < panel.trace().size(); sample++) {
            trace.to(x.at(sample), y.at(panel.trace().get(sample)));
        }
        if (!panel.trace().isEmpty()) {
            svg.path(trace.path(), "line", panel.hue().id());
        }
        for (Attention.Strip strip : panel.strips()) {
            strip(strip, x, bottom(top, names.indexOf(strip.name())));
        }
    }

    /** One element for each strength, however many stretches have it. */
    private void strip(Attention.Strip strip, Scale x, double bottom) {
        SortedMap<Integer, StringBuilder> paths = new TreeMap<>();
        for (Attention.Stretch stretch : strip.stretches()) {
            int strength = shading.strength(stretch.weight());
            if (strength != 0) {
                paths.computeIfAbsent(strength, any -> new StringBuilder())
                        .append(Shading.block(x.at(stretch.from()), x.at(stretch.to()), bottom - STRIP + 1, STRIP - 2));
            }
        }
        paths.forEach((strength, path) -> Shading.paint(svg, path.toString(), strength));
    }

    private static double bottom(double top, int row) {
        return top + TRACE + STRIP * (row + 1);
    }
}
