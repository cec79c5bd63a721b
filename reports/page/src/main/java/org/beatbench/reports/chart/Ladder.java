package org.beatbench.reports.chart;

import java.util.List;
import java.util.stream.Stream;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Data;

/**
 * A line for each thing over a few named steps.
 *
 * @param steps from left to right
 * @param axis what the height means; linear
 * @param least the axis goes down at least so far
 * @param most the axis goes up at least so far
 */
public record Ladder(List<String> steps, Axis axis, double least, double most, List<Line> lines) implements Chart {

    public Ladder {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
        least = Math.min(
                least, estimates(lines).mapToDouble(Estimate::low).min().orElse(least));
        most = Math.max(most, estimates(lines).mapToDouble(Estimate::high).max().orElse(most));
    }

    /** A ladder whose axis goes as far as its lines do. */
    public Ladder(List<String> steps, Axis axis, List<Line> lines) {
        this(
                steps,
                axis,
                estimates(lines).mapToDouble(Estimate::low).min().orElse(0),
                estimates(lines).mapToDouble(Estimate::high).max().orElse(1),
                lines);
    }

    /** Whether the axis goes further than its lines need. */
    public boolean isWidened() {
        return estimates(lines).allMatch(estimate -> least < estimate.low())
                || estimates(lines).allMatch(estimate -> estimate.high() < most);
    }

    private static Stream<Estimate> estimates(List<Line> lines) {
        return lines.stream().flatMap(line -> line.rungs.stream()).map(Rung::estimate);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.ladder(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("name", "step", "value", "low", "high");
        lines.forEach(line -> line.rungs.forEach(rung -> data.row(
                line.name, steps.get(rung.step), rung.estimate.value(), rung.estimate.low(), rung.estimate.high())));
        return data.build();
    }

    /** One thing; steps at which it was not measured are left out. */
    public record Line(String name, Hue hue, List<Rung> rungs) {

        public Line {
            rungs = List.copyOf(rungs);
        }
    }

    /** A value at a step, 0-based. */
    public record Rung(int step, Estimate estimate) {}
}
