package org.beatbench.reports.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.comparison.text.Data;

/**
 * ROC or precision-recall curves, or the like: squares side by side, each with lines of one share against another.
 *
 * @param x what the horizontal axis of every square means; linear, 0..1
 * @param y what the vertical axis of every square means; linear, 0..1
 */
public record Tradeoffs(Axis x, Axis y, List<Square> squares) implements Chart {

    /** Squares in a row. */
    public static final int COLUMNS = 3;

    private static final String CHANCE = "chance";

    public Tradeoffs {
        squares = List.copyOf(squares);
    }

    /** The lines by their names, each once, in the order in which they are met; for a legend. */
    public Map<String, Hue> names() {
        Map<String, Hue> names = new LinkedHashMap<>();
        squares.forEach(square -> square.lines.forEach(line -> names.putIfAbsent(line.name, line.hue)));
        return names;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.tradeoffs(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("square", "name", "x", "y");
        for (Square square : squares) {
            square.chance.forEach(point -> data.row(square.name, CHANCE, point.x, point.y));
            square.lines.forEach(
                    line -> line.points.forEach(point -> data.row(square.name, line.name, point.x, point.y)));
        }
        return data.build();
    }

    /**
     * One square.
     *
     * @param chance the line of a thing that knows nothing
     */
    public record Square(String name, List<Point> chance, List<Line> lines) {

        public Square {
            chance = List.copyOf(chance);
            lines = List.copyOf(lines);
        }
    }

    /** One thing, its points in the order in which they are joined. */
    public record Line(String name, Hue hue, List<Point> points) {

        public Line {
            points = List.copyOf(points);
        }
    }

    /** A place in a square; both 0..1. */
    public record Point(double x, double y) {}
}
