package org.beatbench.reports.xchart;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.reports.chart.Frontier;
import org.beatbench.reports.chart.Hue;

/** Quality against cost, and the stairs that lead along what is not beaten in both. */
final class FrontierSheet {

    private FrontierSheet() {}

    static Sheet of(Frontier chart, ImageStyle style, String title) {
        int height = Math.max(500, 90 + 21 * chart.points().size());
        Sheet sheet = new Sheet(style, title, Sheet.WIDTH, height)
                .horizontalAxis(chart.cost())
                .verticalAxis(chart.quality());
        stairs(sheet, chart.unbeaten());
        for (Frontier.Point point : chart.points()) {
            sheet.whisker(point.cost(), point.quality());
            double[] cost = {point.cost()};
            double[] quality = {point.quality().value()};
            sheet.mark(ImageLabels.ofLegend(point.name()), cost, quality, point.hue());
        }
        return sheet;
    }

    private static void stairs(Sheet sheet, List<Frontier.Point> unbeaten) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Frontier.Point point : unbeaten) {
            if (!y.isEmpty()) {
                x.add(point.cost());
                y.add(y.get(y.size() - 1));
            }
            x.add(point.cost());
            y.add(point.quality().value());
        }
        if (x.size() > 1) {
            sheet.line(
                    "not beaten in both",
                    Sheet.array(x),
                    Sheet.array(y),
                    ImageStyle.colour(Hue.NEUTRAL),
                    ImageStyle.DASHED);
        }
    }
}
