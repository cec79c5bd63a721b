package org.beatbench.reports.xchart;

import org.beatbench.reports.chart.Cloud;

/** Many small spots that let others be seen through them. */
final class CloudSheet {

    private static final int OPACITY = 130;

    private CloudSheet() {}

    static Sheet of(Cloud chart, ImageStyle style, String title) {
        Sheet sheet = new Sheet(style, title, Sheet.WIDTH, 600)
                .horizontalAxis(chart.x())
                .verticalAxis(chart.y());
        sheet.chart().getStyler().setMarkerSize(5);
        for (Cloud.Group group : chart.groups()) {
            if (!group.spots().isEmpty()) {
                double[] x = group.spots().stream().mapToDouble(Cloud.Spot::x).toArray();
                double[] y = group.spots().stream().mapToDouble(Cloud.Spot::y).toArray();
                sheet.dots(ImageLabels.ofLegend(group.name()), x, y, ImageStyle.veil(group.hue(), OPACITY));
            }
        }
        return sheet;
    }
}
