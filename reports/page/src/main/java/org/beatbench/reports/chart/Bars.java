package org.beatbench.reports.chart;

import java.util.List;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Data;

/**
 * One bar for each thing, from 0 on, with its interval where it has one.
 *
 * @param axis what the length of a bar means; linear
 * @param bars from top to bottom
 */
public record Bars(Axis axis, List<Bar> bars) implements Chart {

    public Bars {
        bars = List.copyOf(bars);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.bars(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("name", "value", "low", "high");
        bars.forEach(bar -> data.row(bar.name, bar.estimate.value(), bar.estimate.low(), bar.estimate.high()));
        return data.build();
    }

    /** One bar; {@code estimate} is not negative. */
    public record Bar(String name, Hue hue, Estimate estimate) {}
}
