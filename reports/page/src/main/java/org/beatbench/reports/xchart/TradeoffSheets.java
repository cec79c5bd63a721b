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
    private final ImageStyle style;

    private TradeoffSheets(Tradeoffs chart, ImageStyle style) {
        this.chart = chart;
        this.style = style;
    }

    static List<Sheet> of(Tradeoffs chart, ImageStyle style) {
        return new TradeoffSheets(chart, style).all();
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
        Sheet sheet = Sheet.small(style, square.name(), SIDE, SIDE)
                .horizontalAxis(chart.x())
                .verticalAxis(chart.y());
        sheet.chart()
                .getStyler()
                .setXAxisMin(0.0)
                .setXAxisMax(1.0)
                .setYAxisMin(0.0)
                .setYAxisMax(1.0);
        line(sheet, square.chance(), Hue.NEUTRAL, ImageStyle.DASHED);
        square.lines().forEach(line -> line(sheet, line.points(), line.hue(), ImageStyle.THIN));
        return sheet;
    }

    private static void line(Sheet sheet, List<Tradeoffs.Point> points, Hue hue, BasicStroke stroke) {
        if (!points.isEmpty()) {
            sheet.line(
                    "",
                    points.stream().mapToDouble(Tradeoffs.Point::x).toArray(),
                    points.stream().mapToDouble(Tradeoffs.Point::y).toArray(),
                    ImageStyle.colour(hue),
                    stroke);
        }
    }

    private Sheet key() {
        KeySheet key = new KeySheet(style, SIDE, SIDE);
        chart.names().forEach((name, hue) -> key.add(name, hue, ImageStyle.LINE));
        key.add("chance", Hue.NEUTRAL, ImageStyle.DASHED);
        return key.sheet();
    }
}
