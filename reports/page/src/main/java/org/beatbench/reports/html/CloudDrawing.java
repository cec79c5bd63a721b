package org.beatbench.reports.html;

import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.beatbench.reports.chart.Cloud;

/** Draws many small spots, one element for each group of them, however many they are. */
final class CloudDrawing {

    /** Spots of more than so many are drawn on a coarser grain. */
    private static final int MANY = 5_000;

    /** Grains to a unit of the drawing. */
    private static final double FINE = 10;

    private static final double COARSE = 2;

    private static final double COARSEST = 1;

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
        svg.scaled(x, y);
        for (Cloud.Group group : chart.groups()) {
            boolean isDot = group.sign() == Cloud.Sign.DOT;
            svg.path(
                    path(group, x, y),
                    isDot ? "spots" : "spots sign",
                    group.hue().id());
        }
        boolean isSigned = chart.groups().stream().anyMatch(group -> group.sign() != Cloud.Sign.DOT);
        return Drawing.of(
                breadth,
                svg,
                Legend.of(
                        chart.groups(),
                        group -> group.name() + (isSigned ? " " + group.sign().letter() : ""),
                        Cloud.Group::hue));
    }

    /** Of spots that nobody could tell apart, one: a day has a hundred thousand beats. */
    private static String path(Cloud.Group group, Scale x, Scale y) {
        int count = group.spots().size();
        double grain = count > 4 * MANY ? COARSEST : count > MANY ? COARSE : FINE;
        Set<Long> places = new HashSet<>();
        StringBuilder path = new StringBuilder();
        for (Cloud.Spot spot : group.spots()) {
            long column = Math.round(x.at(spot.x()) * grain);
            long line = Math.round(y.at(spot.y()) * grain);
            if (places.add((column << Integer.SIZE) | (line & 0xffff_ffffL))) {
                path.append('M').append(Svg.point(column / grain, line / grain)).append(shape(group.sign()));
            }
        }
        return path.toString();
    }

    private static String shape(Cloud.Sign sign) {
        return switch (sign) {
            case DOT -> "h0";
            case SQUARE -> "m-2-2h4v4h-4z";
            case TRIANGLE -> "m0-3l3 5h-6z";
            case CROSS -> "m-2.5-2.5l5 5m0-5l-5 5";
            case PLUS -> "m-3 0h6m-3-3v6";
        };
    }

    private static Range range(Cloud chart, ToDoubleFunction<Cloud.Spot> coordinate) {
        return Range.of(
                chart.groups().stream().flatMap(group -> group.spots().stream()).mapToDouble(coordinate));
    }
}
