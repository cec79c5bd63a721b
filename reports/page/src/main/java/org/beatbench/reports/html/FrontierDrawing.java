package org.beatbench.reports.html;

import java.util.List;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Frontier;
import org.beatbench.reports.chart.Hue;

/** Draws quality against cost, and the stairs that lead along what is not beaten in both. */
final class FrontierDrawing {

    private final Frontier chart;
    private final DrawingWidth breadth;
    private final Plot plot;
    private final Placement placement;

    private FrontierDrawing(Frontier chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        double height = Math.min(420, breadth.width());
        Range qualities = Range.of(chart.points().stream().map(Frontier.Point::quality));
        Scale y = Scale.linear(qualities.least(), qualities.most(), height - Plot.BOTTOM, Plot.TOP, 6);
        Scale x = costs(chart, Plot.left(chart.quality(), y), breadth.width() - 24);
        this.plot = new Plot(new Svg(breadth.width(), height, alternative), x, y);
        this.placement = new Placement(x.from(), y.to(), x.to(), y.from());
    }

    /** A drawing of this breadth. */
    static Drawing of(Frontier chart, String alternative, DrawingWidth breadth) {
        return new FrontierDrawing(chart, alternative, breadth).draw();
    }

    private Drawing draw() {
        plot.verticalAxis(chart.quality()).horizontalAxis(chart.cost());
        stairs();
        // All of them before the first name is placed.
        chart.points().forEach(this::keepFree);
        chart.points().forEach(this::point);
        return Drawing.of(
                breadth,
                plot.svg(),
                placement.complete()
                        ? List.of()
                        : Legend.of(chart.points(), Frontier.Point::name, Frontier.Point::hue));
    }

    private void stairs() {
        double x = plot.x().from();
        double y = plot.y().from();
        for (Frontier.Point point : chart.unbeaten()) {
            double left = plot.x().at(point.cost());
            double height = plot.y().at(point.quality().value());
            if (y < plot.y().from()) {
                stretch(x, y, left, y);
            }
            stretch(left, y, left, height);
            x = left;
            y = height;
        }
        stretch(x, y, plot.x().to(), y);
    }

    private void stretch(double x1, double y1, double x2, double y2) {
        plot.svg().path(new Polyline().to(x1, y1).to(x2, y2).path(), "frontier", Hue.NEUTRAL.id());
        placement.keepFree(x1, y1, x2, y2);
    }

    private void keepFree(Frontier.Point point) {
        double left = plot.x().at(point.cost());
        placement.keepFree(left, plot.y().at(point.quality().value()));
        placement.keepFree(
                left,
                plot.y().at(point.quality().low()),
                left,
                plot.y().at(point.quality().high()));
    }

    private void point(Frontier.Point point) {
        double left = plot.x().at(point.cost());
        double height = plot.y().at(point.quality().value());
        plot.interval(left, point.quality(), point.hue());
        plot.svg()
                .mark(
                        left,
                        height,
                        6,
                        point.hue(),
                        point.name() + ": " + Numbers.estimate(chart.quality().quantity(), point.quality()) + " at "
                                + Numbers.format(chart.cost().quantity(), point.cost()));
        placement.place(plot, left, point.quality(), breadth.name(point.name()));
    }

    private static Scale costs(Frontier chart, double from, double to) {
        // Not from 0 on where there are no points: a logarithmic axis has no 0.
        double least =
                chart.points().stream().mapToDouble(Frontier.Point::cost).min().orElse(1);
        double most =
                chart.points().stream().mapToDouble(Frontier.Point::cost).max().orElse(1);
        return chart.cost().logarithmic()
                ? Scale.logarithmic(least, most, from, to)
                : Scale.linear(least, most, from, to, 6);
    }
}
