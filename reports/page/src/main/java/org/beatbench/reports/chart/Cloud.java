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

    /** What the points of a group look like, so that groups differ by more than their colour. */
    public enum Sign {
        DOT("●"),
        SQUARE("■"),
        TRIANGLE("▲"),
        CROSS("×"),
        PLUS("+");

        private final String letter;

        Sign(String letter) {
            this.letter = letter;
        }

        /** The sign as a letter, for a legend. */
        public String letter() {
            return letter;
        }

        /** The sign of a class; those beyond the fifth have dots. */
        public static Sign ofClass(int label) {
            return label >= 0 && label < values().length ? values()[label] : DOT;
        }
    }

    /** Points of one colour and one sign. */
    public record Group(String name, Hue hue, Sign sign, List<Spot> spots) {

        public Group {
            spots = List.copyOf(spots);
        }

        /** Points that are dots. */
        public Group(String name, Hue hue, List<Spot> spots) {
            this(name, hue, Sign.DOT, spots);
        }
    }

    /** One point; finite. */
    public record Spot(double x, double y) {}
}
