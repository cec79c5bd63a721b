package org.beatbench.reports.chart;

import java.util.List;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Data;

/**
 * One strip for each thing, with a point for each of its values and a mark for what they come to.
 *
 * @param axis what the place of a point means; linear
 * @param strips from top to bottom
 */
public record Strips(Axis axis, List<Strip> strips) implements Chart {

    public Strips {
        strips = List.copyOf(strips);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.strips(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("name", "point", "value", "low", "high", "marked");
        for (Strip strip : strips) {
            data.row(strip.name, "", strip.mark.value(), strip.mark.low(), strip.mark.high(), false);
            strip.points.forEach(
                    point -> data.row(strip.name, point.name, point.value, point.value, point.value, point.marked));
        }
        return data.build();
    }

    /**
     * One strip.
     *
     * @param mark what the points come to, with its interval where it has one
     * @param points in any order; there may be none
     */
    public record Strip(String name, Hue hue, Estimate mark, List<Point> points) {

        public Strip {
            points = List.copyOf(points);
        }
    }

    /**
     * One point; finite.
     *
     * @param marked whether it is one of those to be looked at
     */
    public record Point(String name, double value, boolean marked) {

        /** How far a point is moved across its strip so that it does not cover its neighbours, -0.5..0.5. */
        public static double offset(int place) {
            double golden = 0.6180339887498949;
            return place * golden % 1 - 0.5;
        }
    }
}
