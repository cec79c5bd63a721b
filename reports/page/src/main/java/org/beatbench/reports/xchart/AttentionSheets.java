package org.beatbench.reports.xchart;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Attention;
import org.beatbench.reports.chart.Shades;
import org.knowm.xchart.style.XYStyler;

/** Traces with coloured strips under them, a sheet for each picture, and what the colours mean as one more for below them. */
final class AttentionSheets {

    private static final int WIDTH = Sheet.WIDTH / Attention.COLUMNS + 60;
    private static final int LONGEST_TITLE = 60;

    /** The trace takes as much room as some strips. */
    private static final int ROOM = 5;

    private final Attention chart;
    private final ImageStyle style;
    private final List<String> names;
    private final Shades shades;

    AttentionSheets(Attention chart, ImageStyle style) {
        this.chart = chart;
        this.style = style;
        this.names = chart.names();
        this.shades = chart.shades();
    }

    List<Sheet> pictures() {
        return chart.panels().stream().map(this::picture).toList();
    }

    private Sheet picture(Attention.Panel panel) {
        Sheet sheet = Sheet.small(style, ImageLabels.cut(panel.name(), LONGEST_TITLE), WIDTH, 150 + 22 * names.size())
                .horizontalAxis(chart.x());
        XYStyler styler = sheet.chart().getStyler();
        styler.setPlotGridLinesVisible(false).setPlotContentSize(1);
        ImageLabels.upwards(styler, names);
        styler.setYAxisTickMarkSpacingHint(16);
        styler.setXAxisMin(0.0).setXAxisMax(Math.max(1.0, chart.length()));
        styler.setYAxisMin(-0.5).setYAxisMax(names.size() + ROOM - 0.5);
        for (Attention.Strip strip : panel.strips()) {
            double middle = names.size() - 1.0 - names.indexOf(strip.name());
            for (Attention.Stretch stretch : strip.stretches()) {
                sheet.stretch(stretch.from(), stretch.to(), middle, ImageStyle.weight(shades.of(stretch.weight())));
            }
        }
        if (!panel.trace().isEmpty()) {
            double height = chart.high() > chart.low() ? chart.high() - chart.low() : 1;
            sheet.line(
                    "",
                    IntStream.range(0, panel.trace().size()).asDoubleStream().toArray(),
                    panel.trace().stream()
                            .mapToDouble(value -> names.size() + (ROOM - 1) * (value - chart.low()) / height)
                            .toArray(),
                    ImageStyle.colour(panel.hue()),
                    ImageStyle.LINE);
        }
        return sheet;
    }

    /** Swatches of some weights, above 0 and below, with the weights beside them. */
    Sheet legend() {
        Sheet sheet = new Sheet(style, "", WIDTH * Attention.COLUMNS, 110).plain();
        XYStyler styler = sheet.chart().getStyler();
        styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false);
        styler.setPlotContentSize(1).setChartPadding(6).setChartTitleVisible(false);
        List<Double> steps = shades.steps();
        // More room than is needed, so that swatches stand close together.
        styler.setXAxisMin(0.0)
                .setXAxisMax(6.0 + steps.size())
                .setYAxisMin(-0.5)
                .setYAxisMax(2.5);
        if (steps.isEmpty()) {
            sheet.text(1, 1, Shades.NOTHING);
            return sheet;
        }
        sheet.text(1, 2, ImageLabels.ofLegend(chart.weight().label()));
        swatches(sheet, 1, Shades.FOR, 1);
        swatches(sheet, 0, Shades.AGAINST, -1);
        return sheet;
    }

    private void swatches(Sheet sheet, double y, String meaning, int sign) {
        sheet.text(1, y, meaning);
        for (int i = 0; i < shades.steps().size(); i++) {
            double weight = sign * shades.steps().get(i);
            sheet.stretch(2.0 + i, 2.3 + i, y, ImageStyle.weight(shades.of(weight)));
            sheet.text(2.6 + i, y, Numbers.format(chart.weight().quantity(), weight));
        }
    }
}
