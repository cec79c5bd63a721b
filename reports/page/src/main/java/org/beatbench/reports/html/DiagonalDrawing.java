package org.beatbench.reports.html;

import java.util.List;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Diagonal;
import org.beatbench.reports.chart.Hue;

/** Draws lines of points with intervals about the diagonal of a square, spaced by log odds. */
final class DiagonalDrawing {

    private final Diagonal chart;
    private final DrawingWidth breadth;
    private final Plot plot;

    private DiagonalDrawing(Diagonal chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        double height = Math.min(480, breadth.width());
        Range upwards = Range.of(chart.points().map(Diagonal.Point::came));
        Range across = Range.of(chart.points().mapToDouble(Diagonal.Point::said));
        Scale y = Scale.logOdds(upwards.least(), upwards.most(), height - Plot.BOTTOM, Plot.TOP);
        Scale x = Scale.logOdds(across.least(), across.most(), Plot.left(chart.came(), y), breadth.width() - 16);
        this.plot = new Plot(new Svg(breadth.width(), height, alternative), x, y);
    }

    /** A drawing of this breadth. */
    static Drawing of(Diagonal chart, String alternative, DrawingWidth breadth) {
        return new DiagonalDrawing(chart, alternative, breadth).draw();
    }

    private Drawing draw() {
        plot.verticalAxis(chart.came()).horizontalAxis(chart.said());
        diagonal();
        chart.lines().forEach(this::line);
        // After all lines, so that none of them covers a point.
        chart.lines().forEach(line -> line.points().forEach(point -> point(line, point)));
        return Drawing.of(breadth, plot.svg(), Legend.of(chart.lines(), Diagonal.Line::name, Diagonal.Line::hue));
    }

    /** Where what was said came true, as far as both axes go. */
    private void diagonal() {
        List<Double> across = plot.x().ticks();
        List<Double> upwards = plot.y().ticks();
        double start = Math.max(across.get(0), upwards.get(0));
        double end = Math.min(across.get(across.size() - 1), upwards.get(upwards.size() - 1));
        if (start < end) {
            Polyline diagonal = new Polyline()
                    .to(plot.x().at(start), plot.y().at(start))
                    .to(plot.x().at(end), plot.y().at(end));
            plot.svg().path(diagonal.path(), "frontier", Hue.NEUTRAL.id());
        }
    }

    private void line(Diagonal.Line line) {
        if (!line.points().isEmpty()) {
            Polyline path = new Polyline();
            for (Diagonal.Point point : line.points()) {
                path.to(plot.x().at(point.said()), plot.y().at(point.came().value()));
            }
            plot.svg().curve(path.path(), "line thin", line.hue(), List.of());
        }
    }

    private void point(Diagonal.Line line, Diagonal.Point point) {
        double place = plot.x().at(point.said());
        plot.interval(place, point.came(), line.hue());
        plot.svg()
                .mark(
                        place,
                        plot.y().at(point.came().value()),
                        4,
                        line.hue(),
                        line.name() + ", said " + Numbers.format(chart.said().quantity(), point.said()) + ": "
                                + Numbers.estimate(chart.came().quantity(), point.came()));
    }
}
