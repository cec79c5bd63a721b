package org.beatbench.reports.xchart;

import java.awt.Font;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Matrix;
import org.beatbench.reports.chart.Pairwise;
import org.knowm.xchart.style.XYStyler;

/** Tiles in rows and columns, with numbers on them. */
final class TileSheet {

    private static final int WIDE = 66;
    private static final int NARROW = 26;

    /** Between a name and its row. */
    private static final int GAP = 10;

    /** Left and right of the plot, together. */
    private static final int MARGINS = 40;

    private TileSheet() {}

    /** Counts with their shares of the row. */
    static Sheet matrix(Matrix matrix, ImageStyle style, String title) {
        int columns = matrix.columns().size();
        int rows = matrix.rows().size();
        Sheet sheet = new Sheet(style, title, Math.max(460, 150 + WIDE * columns), Math.max(320, 130 + 52 * rows));
        XYStyler styler = bare(sheet, columns, rows);
        sheet.chart().setXAxisTitle(matrix.columnTitle());
        sheet.chart().setYAxisTitle(matrix.rowTitle());
        styler.setXAxisTickMarkSpacingHint(40).setYAxisTickMarkSpacingHint(30);
        ImageLabels.across(styler, matrix.columns(), WIDE / ImageLabels.LETTER);
        ImageLabels.upwards(styler, matrix.rows());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double y = rows - 1.0 - row;
                double share = matrix.share(row, column);
                sheet.tile(column, y, ImageStyle.tile(matrix.isRight(row, column), share));
                sheet.text(column, y + 0.14, Numbers.share(share));
                sheet.text(
                        column, y - 0.2, Numbers.count(matrix.counts().get(row).get(column)));
            }
        }
        return sheet;
    }

    /** Differences of pairs; only those that can be told apart are coloured. */
    static Sheet pairs(Pairwise pairs, ImageStyle style, String title) {
        int count = pairs.names().size();
        int width = pairs.isRoomy() ? WIDE : NARROW;
        int height = pairs.isRoomy() ? 40 : 22;
        List<String> names = IntStream.range(0, count)
                .mapToObj(i -> i + 1 + " " + ImageLabels.ofLegend(pairs.names().get(i)))
                .toList();
        Font font = style.font(Font.PLAIN, 12);
        int room = GAP
                + names.stream()
                        .mapToInt(name -> ImageStyle.width(name, font))
                        .max()
                        .orElse(0);
        int total = Math.max(620, MARGINS + room + width * count);
        Sheet sheet = new Sheet(style, title, total, Math.max(240, 130 + height * count));
        XYStyler styler = bare(sheet, count, count);
        sheet.chart().setXAxisTitle(pairs.measure() + ", row less column");
        styler.setXAxisTickMarkSpacingHint(width / 2).setYAxisTicksVisible(false);
        // The names stand in the plot, as in columns of their own: XChart bears no long labels on an axis.
        double tile = (total - MARGINS - room) / (double) Math.max(1, count);
        styler.setXAxisMin(-0.5 - room / tile);
        ImageLabels.across(
                styler,
                IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList(),
                ImageLabels.LONGEST_LABEL);
        for (int row = 0; row < count; row++) {
            sheet.wordsEndingAt(-0.5 - GAP / tile, count - 1.0 - row, names.get(row));
        }
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                double x = column;
                double y = count - 1.0 - row;
                pairs.pair(row, column).ifPresent(pair -> {
                    sheet.tile(x, y, ImageStyle.tile(pair.difference() > 0, pair.apart() ? pairs.shade(pair) : 0));
                    sheet.text(x, y, Numbers.pair(pair.difference(), pair.apart(), pairs.isRoomy()));
                });
            }
        }
        return sheet;
    }

    /** Without legend and grid, each tile with its middle at whole numbers. */
    private static XYStyler bare(Sheet sheet, int columns, int rows) {
        XYStyler styler = sheet.plain().chart().getStyler();
        styler.setPlotGridLinesVisible(false).setPlotContentSize(1);
        styler.setXAxisMin(-0.5).setXAxisMax(columns - 0.5).setYAxisMin(-0.5).setYAxisMax(rows - 0.5);
        return styler;
    }
}
