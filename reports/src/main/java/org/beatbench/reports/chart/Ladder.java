package org.beatbench.reports.chart;

import java.util.List;

/**
 * How each thing fares from step to step.
 *
 * @param steps from left to right
 * @param axis what the height means; linear
 */
public record Ladder(List<String> steps, Axis axis, List<Line> lines) implements Chart {

    public Ladder {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
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
