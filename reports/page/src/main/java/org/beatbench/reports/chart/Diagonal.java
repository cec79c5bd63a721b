package org.beatbench.reports.chart;

import java.util.List;
import java.util.stream.Stream;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Data;

/**
 * A reliability diagram, or the like: what was said against what came true, on axes of the same kind, so that points below the
 * diagonal promised too much. The axes are spaced by log odds: most answers are given with a confidence near 1, where equal
 * differences would lie on one another.
 *
 * @param said what the horizontal axis means; 0..1
 * @param came what the vertical axis means; 0..1
 */
public record Diagonal(Axis said, Axis came, List<Line> lines) implements Chart {

    public Diagonal {
        lines = List.copyOf(lines);
    }

    /** The points of all lines. */
    public Stream<Point> points() {
        return lines.stream().flatMap(line -> line.points.stream());
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
