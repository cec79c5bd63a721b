package org.beatbench.reports.chart;

import java.util.List;

/** Lines over a common axis, each with a band where its points have intervals. */
public record Curves(Axis x, Axis y, List<Curve> curves) implements Chart {

    public Curves {
        curves = List.copyOf(curves);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.curves(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("curve", "x", "value", "low", "high");
        curves.forEach(curve -> curve.points.forEach(
                point -> data.row(curve.name, point.x, point.y.value(), point.y.low(), point.y.high())));
        return data.build();
    }

    /** One line, its points from left to right. */
    public record Curve(String name, Hue hue, List<Point> points) {

        public Curve {
            points = List.copyOf(points);
        }
    }

    /** One point of a line. */
    public record Point(double x, Estimate y) {}
}
