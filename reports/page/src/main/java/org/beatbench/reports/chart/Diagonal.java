package org.beatbench.reports.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Data;

/**
 * A reliability diagram, or the like: what was said against what came true, on equal axes, so that points below the
 * diagonal promised too much.
 *
 * @param said what the horizontal axis means; linear, 0..1
 * @param came what the vertical axis means; linear, 0..1
 */
public record Diagonal(Axis said, Axis came, List<Line> lines) implements Chart {

    public Diagonal {
        lines = List.copyOf(lines);
    }

    /** Where both axes begin: the lowest value shown, rounded down to a tenth. */
    public double start() {
        double lowest = lines.stream()
                .flatMap(line -> line.points.stream())
                .flatMapToDouble(point -> DoubleStream.of(point.said, point.came.low()))
                .min()
                .orElse(0);
        return Math.max(0, Math.min(9, Math.floor(lowest * 10))) / 10;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.diagonal(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("name", "said", "came", "low", "high");
        lines.forEach(line -> line.points.forEach(
                point -> data.row(line.name, point.said, point.came.value(), point.came.low(), point.came.high())));
        return data.build();
    }

    /** One thing that said something, its points by rising {@code said}. */
    public record Line(String name, Hue hue, List<Point> points) {

        public Line {
            points = List.copyOf(points);
        }
    }

    /** What was said on average, 0..1, and what came of it. */
    public record Point(double said, Estimate came) {}
}
