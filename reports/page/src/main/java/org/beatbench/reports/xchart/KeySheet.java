package org.beatbench.reports.xchart;

import java.awt.BasicStroke;
import org.beatbench.reports.chart.Hue;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;

/** The names of lines, in the place of one more picture, where there is no room for them in each. */
final class KeySheet {

    private final Sheet sheet;

    KeySheet(ImageStyle style, int width, int height) {
        this.sheet = new Sheet(style, "", width, height);
        XYStyler styler = sheet.chart().getStyler();
        styler.setLegendPosition(Styler.LegendPosition.InsideNW);
        styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false);
        styler.setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
    }

    /** Names a line. */
    void add(String name, Hue hue, BasicStroke stroke) {
        double[] outside = {2, 3};
        sheet.line(ImageLabels.ofLegend(name), outside, outside, ImageStyle.colour(hue), stroke);
    }

    Sheet sheet() {
        return sheet;
    }
}
