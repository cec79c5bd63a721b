package org.beatbench.reports.chart;

import java.util.List;
import org.beatbench.comparison.text.Data;

/**
 * Many points in two dimensions, coloured by group.
 *
 * @param groups in drawing order, the last on top
 */
public record Cloud(Axis x, Axis y, List<Group> groups) implements Chart {

    public Cloud {
        groups = List.copyOf(groups);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.cloud(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("group", "x", "y");
        groups.forEach(group -> group.spots.forEach(spot -> data.row(group.name, spot.x, spot.y)));
        return data.build();
    }

    /** Points of one colour. */
    public record Group(String name, Hue hue, List<Spot> spots) {

        public Group {
            spots = List.copyOf(spots);
        }
    }

    /** One point; finite. */
    public record Spot(double x, double y) {}
}
