package org.beatbench.reports.chart;

import java.util.List;

/**
 * Small pictures of the same kind side by side, each with a few traces over one another.
 *
 * @param x what runs from left to right; a trace has one value at 0, 1, 2 and so on
 * @param y what the height means, 0..1
 * @param columns panels in a row, at least 1
 */
public record Traces(Axis x, Axis y, int columns, List<Panel> panels) implements Chart {

    public Traces {
        panels = List.copyOf(panels);
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be at least 1: " + columns);
        }
    }

    /** The number of values in the longest trace. */
    public int length() {
        return panels.stream()
                .flatMap(panel -> panel.traces.stream())
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.traces(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("panel", "trace", "x", "y");
        for (Panel panel : panels) {
            for (int trace = 0; trace < panel.traces.size(); trace++) {
                List<Double> values = panel.traces.get(trace);
                for (int x = 0; x < values.size(); x++) {
                    data.row(panel.name, trace, x, values.get(x));
                }
            }
        }
        return data.build();
    }

    /** One small picture. */
    public record Panel(String name, Hue hue, List<List<Double>> traces) {

        public Panel {
            traces = traces.stream().map(List::copyOf).toList();
        }
    }
}
