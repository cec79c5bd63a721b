package org.beatbench.reports.xchart;

import org.beatbench.reports.chart.Histogram;

/** The outlines of histograms over one another. */
final class HistogramSheet {

    private HistogramSheet() {}

    static Sheet of(Histogram chart, ImageStyle style, String title) {
        Sheet sheet = new Sheet(style, title, Sheet.WIDTH, 420)
                .horizontalAxis(chart.x())
                .verticalAxis(chart.y());
        for (Histogram.Group group : chart.groups()) {
            int bins = group.heights().size();
            double[] x = new double[2 * bins + 2];
            double[] y = new double[2 * bins + 2];
            for (int i = 0; i < x.length; i++) {
                int edge = i / 2;
                x[i] = chart.start() + edge * chart.width();
                y[i] = i == 0 || i == x.length - 1 ? 0 : group.heights().get((i - 1) / 2);
            }
            sheet.area(x, y, group.hue());
            sheet.line(ImageLabels.ofLegend(group.name()), x, y, ImageStyle.colour(group.hue()), ImageStyle.THIN);
        }
        return sheet;
    }
}
