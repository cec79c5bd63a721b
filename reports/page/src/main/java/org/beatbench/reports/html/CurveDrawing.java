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

    /** Between a mark and its name. */
    private static final double ASIDE = 7;

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

    /** The names of marks beside them, those that would lie on another one line below it. */
    private void names() {
        List<double[]> taken = new ArrayList<>();
        for (Curves.Mark mark : chart.marks()) {
            String name = breadth.name(mark.name());
            double length = TextMetrics.width(name);
            boolean toTheLeft = x.at(mark.x()) + ASIDE + length > svg.width();
            double start = toTheLeft ? x.at(mark.x()) - ASIDE - length : x.at(mark.x()) + ASIDE;
            double height = y.to() + 16;
            while (isTaken(taken, start, start + length, height)) {
                height += TextMetrics.LINE;
            }
            taken.add(new double[] {start, start + length, height});
            svg.text(
                    toTheLeft ? x.at(mark.x()) - ASIDE : start,
                    height,
                    toTheLeft ? "name halo end" : "name halo",
                    name);
        }
    }

    private static boolean isTaken(List<double[]> taken, double start, double end, double height) {
        return taken.stream().anyMatch(other -> other[2] == height && other[0] < end && start < other[1]);
    }

    /** How many ticks an axis of this span is to have: whole numbers have none between them. */
    private static int ticks(Axis axis, double span) {
        return axis.quantity() == Quantity.COUNT ? (int) Math.max(1, Math.min(8, span)) : 8;
    }
}
