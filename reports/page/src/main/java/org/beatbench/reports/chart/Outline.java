package org.beatbench.reports.chart;

import java.util.List;
import org.beatbench.comparison.text.Data;

/**
 * A long signal as its outline: how low and how high it goes in each of many short stretches, and where there is what.
 *
 * @param x what runs from left to right, from 0 on; linear
 * @param end where the axis ends, above 0
 * @param columns the stretches, equally long, from left to right
 * @param lanes what is marked, from top to bottom, a lane for each kind
 */
public record Outline(Axis x, double end, List<Column> columns, List<Lane> lanes) implements Chart {

    public Outline {
        columns = List.copyOf(columns);
        lanes = List.copyOf(lanes);
        if (!(end > 0)) {
            throw new IllegalArgumentException("end must be above 0: " + end);
        }
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.outline(this);
    }

    @Override
    public Data data() {
        Data.Builder data = Data.of("from", "to", "low", "high", "name");
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            data.row(
                    end * i / columns.size(),
                    end * (i + 1) / columns.size(),
                    column.isMissing() ? "" : column.low,
                    column.isMissing() ? "" : column.high,
                    column.lane < 0 ? "" : lanes.get(column.lane).name);
        }
        return data.build();
    }

    /**
     * A stretch.
     *
     * @param low the least value; NaN if there is none
     * @param high the greatest; NaN likewise
     * @param lane whose colour it has; -1 if none
     */
    public record Column(double low, double high, int lane) {

        /** Whether there is nothing of the signal in it. */
        public boolean isMissing() {
            return Double.isNaN(low);
        }
    }

    /**
     * One kind of mark.
     *
     * @param name a letter or two
     * @param places where the marks are, ascending
     */
    public record Lane(String name, Hue hue, List<Double> places) {

        public Lane {
            places = List.copyOf(places);
        }
    }
}
