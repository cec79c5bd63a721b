package org.beatbench.reports.xchart;

import org.beatbench.reports.chart.Diagonal;
import org.beatbench.reports.chart.Hue;

/** Lines of points with intervals about the diagonal of a square. */
final class DiagonalSheet {

    private DiagonalSheet() {}

    static Sheet of(Diagonal chart, ImageStyle style, String title) {
        Sheet sheet = new Sheet(style, title, Sheet.WIDTH, 560)
                .horizontalAxis(chart.said())
                .verticalAxis(chart.came());
        sheet.chart()
                .getStyler()
                .setXAxisMin(chart.start())
                .setXAxisMax(1.0)
                .setYAxisMin(chart.start())
                .setYAxisMax(1.0);
        double[] ends = {chart.start(), 1};
        sheet.line("", ends, ends, ImageStyle.colour(Hue.NEUTRAL), ImageStyle.DASHED);
        for (Diagonal.Line line : chart.lines()) {
            if (!line.points().isEmpty()) {
                line.points().forEach(point -> sheet.whisker(point.said(), point.came()));
                sheet.dottedLine(
                        ImageLabels.ofLegend(line.name()),
                        line.points().stream().mapToDouble(Diagonal.Point::said).toArray(),
                        line.points().stream()
                                .mapToDouble(point -> point.came().value())
                                .toArray(),
                        line.hue());
            }
        }
        return sheet;
    }
}
