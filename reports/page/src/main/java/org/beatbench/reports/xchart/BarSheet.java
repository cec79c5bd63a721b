package org.beatbench.reports.xchart;

import java.awt.BasicStroke;
import org.beatbench.comparison.Estimate;
import org.beatbench.reports.chart.Bars;

/** Level bars one below the other, as thick lines: XChart's own bars stand upright. */
final class BarSheet {

    /** So many bars have room at their usual distance. */
    private static final int FEW = 20;

    private BarSheet() {}

    static Sheet of(Bars chart, ImageStyle style, String title) {
        int count = chart.bars().size();
        int pitch = count > FEW ? 18 : 30;
        Sheet sheet = new Sheet(style, title, Sheet.WIDTH, 110 + pitch * Math.max(count, 2))
                .plain()
                .horizontalAxis(chart.axis());
        sheet.rows(chart.bars().stream().map(Bars.Bar::name).toList(), pitch * 3 / 4);
        sheet.chart().getStyler().setXAxisMin(0.0);
        BasicStroke thick = new BasicStroke(pitch * 0.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        for (int i = 0; i < count; i++) {
            Bars.Bar bar = chart.bars().get(count - 1 - i);
            Estimate estimate = bar.estimate();
            double[] height = {i, i};
            sheet.line("", new double[] {0, estimate.value()}, height, ImageStyle.colour(bar.hue()), thick);
            if (estimate.hasInterval()) {
                sheet.line("", new double[] {estimate.low(), estimate.high()}, height, ImageStyle.INK, ImageStyle.LINE);
            }
        }
        return sheet;
    }
}
