package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Outline;

/** Draws the outline of a long signal, upright lines side by side, with a lane below it for each kind of mark. */
final class OutlineDrawing {

    private static final double HEIGHT = 110;
    private static final double LANE = 14;
    private static final double LEFT = 34;
    private static final double RIGHT = 10;
    private static final double TOP = 6;

    private final Outline chart;
    private final Svg svg;
    private final Scale x;
    private final Scale y;

    private OutlineDrawing(Outline chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        double bottom = TOP + HEIGHT + LANE * chart.lanes().size();
        this.svg = new Svg(breadth.width(), bottom + Plot.BOTTOM, alternative);
        this.x = Scale.exact(0, chart.end(), LEFT, breadth.width() - RIGHT, 8);
        Range range = Range.of(chart.columns().stream()
                .filter(column -> !column.isMissing())
                .flatMapToDouble(column -> DoubleStream.of(column.low(), column.high())));
        this.y = Scale.exact(range.least(), range.most(), TOP + HEIGHT - 4, TOP + 4, 2);
    }

    /** A drawing of this breadth. */
    static Drawing of(Outline chart, String alternative, DrawingWidth breadth) {
        return Drawing.of(breadth, new OutlineDrawing(chart, alternative, breadth).draw(), List.of());
    }

    private Svg draw() {
        double bottom = TOP + HEIGHT + LANE * chart.lanes().size();
        Scale whole = Scale.exact(0, 1, bottom, TOP, 1);
        new Plot(svg, x, whole).horizontalAxis(chart.x());
        columns();
        for (int lane = 0; lane < chart.lanes().size(); lane++) {
            lane(chart.lanes().get(lane), TOP + HEIGHT + LANE * lane);
        }
        return svg;
    }

    /** The colours of one kind after the other, so that there are few elements. */
    private void columns() {
        int count = chart.columns().size();
        List<StringBuilder> paths = new ArrayList<>();
        for (int i = 0; i <= chart.lanes().size(); i++) {
            paths.add(new StringBuilder());
        }
        for (int i = 0; i < count; i++) {
            Outline.Column column = chart.columns().get(i);
            if (!column.isMissing()) {
                double place = x.at(chart.end() * (i + 0.5) / count);
                paths.get(column.lane() + 1)
                        .append('M')
                        .append(Svg.point(place, y.at(column.low()) + 0.5))
                        .append('L')
                        .append(Svg.point(place, y.at(column.high()) - 0.5));
            }
        }
        for (int i = 0; i < paths.size(); i++) {
            Hue hue = i == 0 ? Hue.NEUTRAL : chart.lanes().get(i - 1).hue();
            if (paths.get(i).length() > 0) {
                svg.path(paths.get(i).toString(), "stripe", hue.id());
            }
        }
    }

    private void lane(Outline.Lane lane, double top) {
        svg.text(LEFT - 8, top + LANE - 3, "name end", TextMetrics.cut(lane.name(), LEFT - 10));
        StringBuilder path = new StringBuilder();
        Set<Double> taken = new HashSet<>();
        for (double place : lane.places()) {
            double column = Math.rint(x.at(place));
            if (taken.add(column)) {
                path.append('M').append(Svg.point(column, top + 3)).append('v').append(Svg.number(LANE - 5));
            }
        }
        if (path.length() > 0) {
            svg.path(path.toString(), "stripe", lane.hue().id());
        }
    }
}
