package org.beatbench.reports.chart;

import java.util.Comparator;
import java.util.List;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Data;

/**
 * Quality against cost with the Pareto frontier: one point for each thing, and those that no other beats in both.
 *
 * @param cost lower is better
 * @param quality higher is better; linear
 */
public record Frontier(Axis cost, Axis quality, List<Point> points) implements Chart {

    public Frontier {
        points = List.copyOf(points);
        for (Point point : points) {
            if (!Double.isFinite(point.cost) || (cost.logarithmic() && point.cost <= 0)) {
                throw new IllegalArgumentException("cost of " + point.name + " does not fit its axis: " + point.cost);
            }
        }
    }

    /** The points for which no other is at least as good and at least as cheap, the cheapest first. */
    public List<Point> unbeaten() {
        return points.stream()
                .filter(point -> points.stream().noneMatch(other -> other.beats(point)))
                .sorted(Comparator.comparingDouble(Point::cost))
                .toList();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.frontier(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("name", "cost", "quality", "low", "high", "unbeaten");
        List<Point> unbeaten = unbeaten();
        points.forEach(point -> data.row(
                point.name,
                point.cost,
                point.quality.value(),
                point.quality.low(),
                point.quality.high(),
                unbeaten.contains(point)));
        return data.build();
    }

    /** One thing. */
    public record Point(String name, Hue hue, double cost, Estimate quality) {

        private boolean beats(Point other) {
            double gain = quality.value() - other.quality.value();
            return cost <= other.cost && gain >= 0 && (cost < other.cost || gain > 0);
        }
    }
}
