package org.beatbench.reports.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.comparison.text.Data;

/**
 * Small pictures of the same kind side by side, each with a few traces over one another.
 *
 * @param x what runs from left to right, with one value of a trace at each step
 * @param y what the height means, 0..1
 * @param columns panels in a row, at least 1
 */
public record Traces(Steps x, Axis y, int columns, List<Panel> panels) implements Chart {

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
                .mapToInt(trace -> trace.values.size())
                .max()
                .orElse(0);
    }

    /** The traces that have a name, each once, in the order in which they are met; for a legend. */
    public Map<String, Trace> names() {
        Map<String, Trace> names = new LinkedHashMap<>();
        panels.stream()
                .flatMap(panel -> panel.traces.stream())
                .filter(trace -> !trace.name.isEmpty())
                .forEach(trace -> names.putIfAbsent(trace.name, trace));
        return names;
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
                String name = panel.traces.get(trace).name;
                List<Double> values = panel.traces.get(trace).values;
                for (int x = 0; x < values.size(); x++) {
                    data.row(panel.name, name.isEmpty() ? trace : name, this.x.at(x), values.get(x));
                }
            }
        }
        return data.build();
    }

    /** One small picture. */
    public record Panel(String name, List<Trace> traces) {

        public Panel {
            traces = List.copyOf(traces);
        }

        /** A picture of traces that are alike and need no names. */
        public Panel(String name, Hue hue, List<List<Double>> traces) {
            this(
                    name,
                    traces.stream()
                            .map(values -> new Trace("", hue, true, values))
                            .toList());
        }
    }

    /**
     * One trace.
     *
     * @param name what the legend calls it; empty if there is no need for that
     * @param solid whether it is drawn as a whole line, and not as a dashed one
     */
    public record Trace(String name, Hue hue, boolean solid, List<Double> values) {

        public Trace {
            values = List.copyOf(values);
        }
    }
}
