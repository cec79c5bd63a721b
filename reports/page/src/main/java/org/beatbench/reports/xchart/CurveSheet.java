package org.beatbench.reports.xchart;

import java.util.List;
import java.util.stream.DoubleStream;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Hue;

/** Lines over a common axis, bands around those that have intervals, and what is marked on the axis. */
final class CurveSheet {

    /** So many values along the axis have room for a tick each. */
    private static final int FEW = 12;

    private final Curves chart;
    private final List<Curves.Curve> curves;
    private final Sheet sheet;

    private CurveSheet(Curves chart, ImageStyle style, String title) {
        this.chart = chart;
        // XChart can draw no line without points.
        this.curves = chart.curves().stream()
                .filter(curve -> !curve.points().isEmpty())
                .toList();
        this.sheet = new Sheet(style, title, Sheet.WIDTH, 460)
                .horizontalAxis(chart.x())
                .verticalAxis(chart.y());
    }

    static Sheet of(Curves chart, ImageStyle style, String title) {
        return new CurveSheet(chart, style, title).drawn();
    }

    private Sheet drawn() {
        for (Curves.Curve curve : curves) {
            if (curve.points().stream().anyMatch(point -> point.y().hasInterval())) {
                band(curve);
            }
        }
        curves.forEach(this::curve);
        marks();
        roundTicks();
        return sheet;
    }

    /** Along the upper ends of the intervals, and back along the lower ones. */
    private void band(Curves.Curve curve) {
        List<Curves.Point> points = curve.points();
        int count = points.size();
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        for (int i = 0; i < count; i++) {
            int back = 2 * count - 1 - i;
            x[i] = points.get(i).x();
            y[i] = points.get(i).y().high();
            x[back] = points.get(i).x();
            y[back] = points.get(i).y().low();
        }
        sheet.area(x, y, curve.hue());
    }

    private void curve(Curves.Curve curve) {
        sheet.line(
                ImageLabels.ofLegend(curve.name()),
                curve.points().stream().mapToDouble(Curves.Point::x).toArray(),
                curve.points().stream().mapToDouble(point -> point.y().value()).toArray(),
                ImageStyle.colour(curve.hue()),
                ImageStyle.LINE);
        for (Curves.Point point : chart.dots(curve)) {
            sheet.dots("", new double[] {point.x()}, new double[] {point.y().value()}, ImageStyle.colour(curve.hue()));
        }
    }

    /** Dashed lines as high as the curves and their bands. */
    private void marks() {
        double[] ends = {ends().min().orElse(0), ends().max().orElse(1)};
        for (Curves.Mark mark : chart.marks()) {
            sheet.line(
                    ImageLabels.ofLegend(mark.name()),
                    new double[] {mark.x(), mark.x()},
                    ends,
                    ImageStyle.colour(Hue.NEUTRAL),
                    ImageStyle.DASHED);
        }
    }

    /**
     * XChart puts a tick on every so-manieth value of an axis whose values are equally spaced, such as 0, 7, 14; on an
     * axis that has another value between two of them, it puts ticks on round numbers. Few values keep a tick each.
     */
    private void roundTicks() {
        double[] across = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(Curves.Point::x)
                .distinct()
                .sorted()
                .toArray();
        if (across.length > FEW) {
            double between = across[0] + 0.3 * (across[1] - across[0]);
            double[] height = {ends().min().orElse(0)};
            sheet.dots("", new double[] {between}, height, ImageStyle.veil(Hue.NEUTRAL, 0));
        }
    }

    private DoubleStream ends() {
        return curves.stream()
                .flatMap(curve -> curve.points().stream())
                .flatMapToDouble(
                        point -> DoubleStream.of(point.y().low(), point.y().high()));
    }
}
