package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Curves;

/** Draws lines over a common axis, bands around those that have intervals, and the names of what is marked on the axis. */
final class CurveDrawing {

    private final Curves chart;
    private final DrawingWidth breadth;
    private final Svg svg;
    private final Scale x;
    private final Scale y;

    private CurveDrawing(Curves chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        double height = Math.min(380, 0.8 * breadth.width());
        this.svg = new Svg(breadth.width(), height, alternative);
        List<Curves.Point> points = chart.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .toList();
        Range upwards = Range.of(points.stream().map(Curves.Point::y));
        Range across = Range.of(DoubleStream.concat(
                points.stream().mapToDouble(Curves.Point::x),
                chart.marks().stream().mapToDouble(Curves.Mark::x)));
        this.y = Scale.linear(upwards.least(), upwards.most(), height - Plot.BOTTOM, Plot.TOP, 5);
        this.x = Scale.exact(
                across.least(),
                across.most(),
                Plot.left(chart.y(), y),
                breadth.width() - 16,
                ticks(chart.x(), across.most() - across.least()));
    }

    /** A drawing of this breadth. */
    static Drawing of(Curves chart, String alternative, DrawingWidth breadth) {
        return new CurveDrawing(chart, alternative, breadth).draw();
    }

    private Drawing draw() {
        new Plot(svg, x, y).verticalAxis(chart.y()).horizontalAxis(chart.x());
        for (Curves.Mark mark : chart.marks()) {
            svg.line(x.at(mark.x()), y.from(), x.at(mark.x()), y.to(), "mark");
        }
        for (Curves.Curve curve : chart.curves()) {
            if (curve.points().stream().anyMatch(point -> point.y().hasInterval())) {
                svg.path(band(curve), "band", curve.hue().id());
            }
        }
        chart.curves().forEach(this::curve);
        names();
        return Drawing.of(
                breadth,
                svg,
                chart.curves().size() < 2
                        ? List.of()
                        : Legend.of(chart.curves(), Curves.Curve::name, Curves.Curve::hue));
    }

    private void curve(Curves.Curve curve) {
        Polyline line = new Polyline();
        List<String> tips = new ArrayList<>();
        for (Curves.Point point : curve.points()) {
            line.to(x.at(point.x()), y.at(point.y().value()));
            tips.add(told(curve, point));
        }
        svg.curve(line.path(), "line", curve.hue(), tips);
        for (Curves.Point point : chart.dots(curve)) {
            svg.mark(x.at(point.x()), y.at(point.y().value()), 4.5, curve.hue(), told(curve, point));
        }
    }

    private String band(Curves.Curve curve) {
        Polyline outline = new Polyline();
        for (Curves.Point point : curve.points()) {
            outline.to(x.at(point.x()), y.at(point.y().high()));
        }
        for (int i = curve.points().size() - 1; i >= 0; i--) {
            Curves.Point point = curve.points().get(i);
            outline.to(x.at(point.x()), y.at(point.y().low()));
        }
        return outline.path() + "Z";
    }

    private String told(Curves.Curve curve, Curves.Point point) {
        return curve.name() + ", " + chart.x().label() + " "
                + Numbers.format(chart.x().quantity(), point.x()) + ": "
                + Numbers.estimate(chart.y().quantity(), point.y());
    }

    /** The names of marks beside them, where no curve strikes them through. */
    private void names() {
        Placement placement = new Placement(0, y.to(), svg.width(), y.from());
        for (Curves.Curve curve : chart.curves()) {
            for (int i = 0; i < curve.points().size(); i++) {
                Curves.Point point = curve.points().get(i);
                Curves.Point before = curve.points().get(Math.max(0, i - 1));
                placement.keepFree(
                        x.at(before.x()),
                        y.at(before.y().value()),
                        x.at(point.x()),
                        y.at(point.y().value()));
            }
        }
        for (Curves.Mark mark : chart.marks()) {
            placement.keepFree(x.at(mark.x()), y.from(), x.at(mark.x()), y.to());
        }
        for (Curves.Mark mark : chart.marks()) {
            placement.beside(svg, x.at(mark.x()), breadth.name(mark.name()));
        }
    }

    /** How many ticks an axis of this span is to have: whole numbers have none between them. */
    private static int ticks(Axis axis, double span) {
        return axis.quantity() == Quantity.COUNT ? (int) Math.max(1, Math.min(8, span)) : 8;
    }
}
