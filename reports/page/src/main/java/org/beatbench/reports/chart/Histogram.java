package org.beatbench.reports.chart;

import java.util.List;
import org.beatbench.comparison.text.Data;

/**
 * How values are distributed, one outline for each group.
 *
 * @param x what is distributed; linear
 * @param y what the height of a bin means
 * @param start where the first bin begins
 * @param width of each bin, above 0
 */
public record Histogram(Axis x, Axis y, double start, double width, List<Group> groups) implements Chart {

    public Histogram {
        groups = List.copyOf(groups);
        if (!(width > 0)) {
            throw new IllegalArgumentException("width must be above 0: " + width);
        }
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.histogram(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("group", "from", "to", "height");
        for (Group group : groups) {
            for (int bin = 0; bin < group.heights.size(); bin++) {
                data.row(group.name, start + bin * width, start + (bin + 1) * width, group.heights.get(bin));
            }
        }
        return data.build();
    }

    /** The heights of one group's bins, from left to right. */
    public record Group(String name, Hue hue, List<Double> heights) {

        public Group {
            heights = List.copyOf(heights);
        }
    }
}
