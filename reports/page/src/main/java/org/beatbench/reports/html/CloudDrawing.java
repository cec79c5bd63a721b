package org.beatbench.reports.html;

import java.util.function.ToDoubleFunction;
import org.beatbench.reports.chart.Cloud;

/** Draws many small spots, one element for each group of them, however many they are. */
final class CloudDrawing {

    private CloudDrawing() {}

    /** A drawing of this breadth. */
    static Drawing of(Cloud chart, String alternative, DrawingWidth breadth) {
        double height = Math.min(480, breadth.width());
        Svg svg = new Svg(breadth.width(), height, alternative);
        Range upwards = range(chart, Cloud.Spot::y);
        Range across = range(chart, Cloud.Spot::x);
        Scale y = Scale.linear(upwards.least(), upwards.most(), height - Plot.BOTTOM, Plot.TOP, 6);
        Scale x = Scale.linear(across.least(), across.most(), Plot.left(chart.y(), y), breadth.width() - 16, 8);
        new Plot(svg, x, y).verticalAxis(chart.y()).horizontalAxis(chart.x());
        for (Cloud.Group group : chart.groups()) {
            StringBuilder path = new StringBuilder();
            for (Cloud.Spot spot : group.spots()) {
                path.append('M')
                        .append(Svg.point(x.at(spot.x()), y.at(spot.y())))
                        .append("h0");
            }
            svg.path(path.toString(), "spots", group.hue().id());
        }
        return Drawing.of(breadth, svg, Legend.of(chart.groups(), Cloud.Group::name, Cloud.Group::hue));
    }

    private static Range range(Cloud chart, ToDoubleFunction<Cloud.Spot> coordinate) {
        return Range.of(
                chart.groups().stream().flatMap(group -> group.spots().stream()).mapToDouble(coordinate));
    }
}
