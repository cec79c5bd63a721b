package org.beatbench.reports.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.comparison.text.Data;

/**
 * How values are distributed, as boxes: for each thing that is compared a row of them, one for each group of its values.
 *
 * @param axis what the place of a value means; linear
 * @param counted what the values are of, such as "beats"
 * @param rows from top to bottom
 */
public record Boxes(Axis axis, String counted, List<Row> rows) implements Chart {

    /** The quantile at the lower end of a box's whiskers. */
    public static final double LOW = 0.05;

    /** The quantile at the upper end of a box's whiskers. */
    public static final double HIGH = 0.95;

    public Boxes {
        rows = List.copyOf(rows);
    }

    /** The boxes by their names, each once, in the order in which they are met: each has its place in every row, and in a legend. */
    public Map<String, Hue> names() {
        Map<String, Hue> names = new LinkedHashMap<>();
        rows.forEach(row -> row.boxes.forEach(box -> names.putIfAbsent(box.name, box.hue)));
        return Collections.unmodifiableMap(names);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.boxes(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("row", "box", "count", "low", "lower quartile", "median", "upper quartile", "high");
        for (Row row : rows) {
            for (String name : names().keySet()) {
                row.box(name)
                        .ifPresentOrElse(
                                box -> data.row(
                                        row.name,
                                        name,
                                        box.count,
                                        box.low,
                                        box.lowerQuartile,
                                        box.median,
                                        box.upperQuartile,
                                        box.high),
                                () -> data.row(row.name, name, 0, "", "", "", "", ""));
            }
        }
        return data.build();
    }

    /**
     * One thing that is compared.
     *
     * @param boxes from top to bottom, with different names; a group without values has none
     */
    public record Row(String name, List<Box> boxes) {

        public Row {
            boxes = List.copyOf(boxes);
        }

        /** The box of a name; empty if there was no value for it. */
        public Optional<Box> box(String wanted) {
            return boxes.stream().filter(box -> box.name.equals(wanted)).findFirst();
        }
    }

    /**
     * One box.
     *
     * @param name what all boxes of its colour are of
     * @param count how many values it is of, at least 1
     * @param low the quantile {@link #LOW}, where its whiskers begin
     * @param high the quantile {@link #HIGH}, where its whiskers end
     */
    public record Box(
            String name,
            Hue hue,
            long count,
            double low,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double high) {

        public Box {
            boolean ascends =
                    low <= lowerQuartile && lowerQuartile <= median && median <= upperQuartile && upperQuartile <= high;
            if (count < 1 || !ascends || !Double.isFinite(low) || !Double.isFinite(high)) {
                throw new IllegalArgumentException("a box must be of values, and its quantiles must ascend: " + name
                        + ", " + count + ", " + low + ", " + lowerQuartile + ", " + median + ", " + upperQuartile
                        + ", " + high);
            }
        }
    }
}
