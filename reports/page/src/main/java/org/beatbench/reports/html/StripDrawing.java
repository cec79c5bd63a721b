package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Strips;

/** Draws rows of points, each row with a mark and its interval on them. */
final class StripDrawing {

    private static final double TOP = 8;

    private final Strips chart;
    private final DrawingWidth breadth;
    private final double pitch;
    private final Plot plot;

    private StripDrawing(Strips chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        boolean thick =
                chart.strips().stream().anyMatch(strip -> !strip.points().isEmpty());
        this.pitch = thick ? 38 : 26;
        double bottom = TOP + pitch * chart.strips().size();
        double left = Math.max(
                60,
                breadth.widest(chart.strips().stream().map(Strips.Strip::name).toList()) + 16);
        Range range = Range.of(chart.strips().stream().flatMap(StripDrawing::estimates));
        this.plot = new Plot(
                new Svg(breadth.width(), bottom + Plot.BOTTOM, alternative),
                Scale.linear(range.least(), range.most(), left, breadth.width() - 16, 6),
                Scale.exact(0, 1, bottom, TOP, 1));
    }

    /** A drawing of this breadth. */
    static Drawing of(Strips chart, String alternative, DrawingWidth breadth) {
        return new StripDrawing(chart, alternative, breadth).draw();
    }

    private Drawing draw() {
        plot.horizontalAxis(chart.axis());
        double y = TOP + pitch / 2;
        for (Strips.Strip strip : chart.strips()) {
            plot.svg().text(plot.x().from() - 10, y + 4, "name end", breadth.name(strip.name()));
            points(strip, y);
            plot.levelWhisker(strip.mark(), y);
            mark(strip, y);
            y += pitch;
        }
        return Drawing.of(breadth, plot.svg(), List.of());
    }

    /** One element for all points that are not marked, however many they are. */
    private void points(Strips.Strip strip, double y) {
        StringBuilder path = new StringBuilder();
        List<String> tips = new ArrayList<>();
        for (int i = 0; i < strip.points().size(); i++) {
            Strips.Point point = strip.points().get(i);
            double place = plot.x().at(point.value());
            double height = y + Strips.Point.offset(i) * pitch * 0.6;
            String tip = strip.name() + ", " + point.name() + ": "
                    + Numbers.format(chart.axis().quantity(), point.value());
            if (point.marked()) {
                plot.svg().circle(place, height, 4, "dot", strip.hue().id(), tip);
            } else {
                tips.add(tip);
                path.append('M').append(Svg.point(place, height)).append("h0");
            }
        }
        plot.svg().curve(path.toString(), "pins", strip.hue(), tips);
    }

    private void mark(Strips.Strip strip, double y) {
        plot.svg()
                .circle(
                        plot.x().at(strip.mark().value()),
                        y,
                        6,
                        "dot",
                        strip.points().isEmpty() ? strip.hue().id() : "ink",
                        strip.name() + ": " + Numbers.estimate(chart.axis().quantity(), strip.mark()));
    }

    private static Stream<Estimate> estimates(Strips.Strip strip) {
        return Stream.concat(
                Stream.of(strip.mark()), strip.points().stream().map(point -> Estimate.exactly(point.value())));
    }
}
