package org.beatbench.reports.xchart;

import java.awt.BasicStroke;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.beatbench.reports.chart.Boxes;
import org.beatbench.reports.chart.Hue;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;

/** Rows of boxes with whiskers, as an XY chart: XChart's own box charts stand upright and know no quantiles but their own. */
final class BoxSheet {

    private static final int THICK = 20;
    private static final int GAP = 12;
    private static final BasicStroke MEDIAN = new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final Boxes chart;
    private final Sheet sheet;
    private final List<String> slots;
    private final double slot;
    private final Set<String> named = new HashSet<>();

    private BoxSheet(Boxes chart, ImageStyle style, String title) {
        this.chart = chart;
        this.slots = List.copyOf(chart.names().keySet());
        int pitch = GAP + THICK * Math.max(1, slots.size());
        this.slot = THICK / (double) pitch;
        this.sheet = new Sheet(
                        style,
                        title,
                        Sheet.WIDTH,
                        150 + pitch * Math.max(chart.rows().size(), 1))
                .horizontalAxis(chart.axis());
    }

    static Sheet of(Boxes chart, ImageStyle style, String title) {
        return new BoxSheet(chart, style, title).drawn();
    }

    private Sheet drawn() {
        int count = chart.rows().size();
        XYStyler styler = sheet.chart().getStyler();
        sheet.rows(chart.rows().stream().map(Boxes.Row::name).toList(), THICK);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS).setLegendLayout(Styler.LegendLayout.Horizontal);
        for (int row = 0; row < count; row++) {
            for (Boxes.Box box : chart.rows().get(row).boxes()) {
                double place = slots.indexOf(box.name()) - (slots.size() - 1) / 2.0;
                box(box, count - 1.0 - row - place * slot);
            }
        }
        return sheet;
    }

    private void box(Boxes.Box box, double y) {
        Hue hue = box.hue();
        double half = 0.38 * slot;
        double[] across = {
            box.lowerQuartile(), box.upperQuartile(), box.upperQuartile(), box.lowerQuartile(), box.lowerQuartile()
        };
        double[] upwards = {y - half, y - half, y + half, y + half, y - half};
        sheet.area(across, upwards, hue, 77);
        // XChart has no colour of the legend but that of a series: the first of a name stands for all.
        String name = named.add(box.name()) ? ImageLabels.ofLegend(box.name()) : "";
        sheet.line(name, across, upwards, ImageStyle.colour(hue), ImageStyle.THIN);
        whisker(box.lowerQuartile(), box.low(), y, hue);
        whisker(box.upperQuartile(), box.high(), y, hue);
        upright(box.median(), y, half, hue, MEDIAN);
    }

    private void whisker(double from, double to, double y, Hue hue) {
        sheet.line("", new double[] {from, to}, new double[] {y, y}, ImageStyle.colour(hue), ImageStyle.THIN);
        upright(to, y, 0.2 * slot, hue, ImageStyle.THIN);
    }

    private void upright(double x, double y, double half, Hue hue, BasicStroke stroke) {
        sheet.line("", new double[] {x, x}, new double[] {y - half, y + half}, ImageStyle.colour(hue), stroke);
    }
}
