package org.beatbench.reports.chart;

import java.util.List;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Data;

/**
 * Lines over a common axis, each with a band where its points have intervals.
 *
 * @param marks places on the horizontal axis that matter
 */
public record Curves(Axis x, Axis y, List<Curve> curves, List<Mark> marks) implements Chart {

    public Curves {
        curves = List.copyOf(curves);
        marks = List.copyOf(marks);
    }

    /** Lines without marks. */
    public Curves(Axis x, Axis y, List<Curve> curves) {
        this(x, y, curves, List.of());
    }

    /** The points of a curve that get a dot: those at a mark, and one that stands alone and would not be seen. */
    public List<Point> dots(Curve curve) {
        return curve.points.size() == 1
                ? curve.points
                : curve.points.stream()
                        .filter(point -> marks.stream().anyMatch(mark -> mark.x == point.x))
                        .toList();
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
        marks.forEach(mark -> data.row(mark.name, mark.x, "", "", ""));
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

    /** A place on the horizontal axis, with its name. */
    public record Mark(double x, String name) {}
}
