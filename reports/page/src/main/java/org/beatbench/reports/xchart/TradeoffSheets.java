package org.beatbench.reports.xchart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Tradeoffs;

/** Squares with lines and what chance would reach, a sheet for each, and one more for the names of the lines. */
final class TradeoffSheets {

    private static final int SIDE = Sheet.WIDTH / Tradeoffs.COLUMNS;

    private final Tradeoffs chart;
    private final Look look;

    private TradeoffSheets(Tradeoffs chart, Look look) {
        this.chart = chart;
        this.look = look;
    }

    static List<Sheet> of(Tradeoffs chart, Look look) {
        return new TradeoffSheets(chart, look).all();
    }

    private List<Sheet> all() {
        List<Sheet> sheets = new ArrayList<>();
        chart.squares().forEach(square -> sheets.add(picture(square)));
        if (!sheets.isEmpty()) {
            sheets.add(key());
        }
        return sheets;
    }

    private Sheet picture(Tradeoffs.Square square) {
        Sheet sheet = Sheet.small(look, square.name(), SIDE, SIDE)
                .horizontalAxis(chart.x())
                .verticalAxis(chart.y());
        sheet.chart()
                .getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0);
        line(sheet, square.chance(), Hue.NEUTRAL, Look.DASHED);
        square.lines().forEach(line -> line(sheet, line.points(), line.hue(), Look.THIN));
        return sheet;
    }

    private static void line(Sheet sheet, List<Tradeoffs.Point> points, Hue hue, BasicStroke stroke) {
        if (!points.isEmpty()) {
            sheet.line(
                    "",
                    points.stream().mapToDouble(Tradeoffs.Point::x).toArray(),
                    points.stream().mapToDouble(Tradeoffs.Point::y).toArray(),
                    Look.colour(hue),
                    stroke);
        }
    }

    private Sheet key() {
        KeySheet key = new KeySheet(look, SIDE, SIDE);
        chart.names().forEach((name, hue) -> key.add(name, hue, Look.LINE));
        key.add("chance", Hue.NEUTRAL, Look.DASHED);
        return key.sheet();
    }
}
