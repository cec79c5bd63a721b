package org.beatbench.reports.xchart;

import java.util.Comparator;
import java.util.List;
import org.beatbench.reports.chart.Ladder;
import org.knowm.xchart.style.XYStyler;

/** Lines from step to step; the legend names them in the order in which they end, the highest first. */
final class LadderSheet {

    /** From the first step to the last, about. */
    private static final int BREADTH = 520;

    private LadderSheet() {}

    static Sheet of(Ladder chart, ImageStyle style, String title) {
        int height = Math.max(480, 90 + 21 * chart.lines().size());
        Sheet sheet = new Sheet(style, title, Sheet.WIDTH, height).verticalAxis(chart.axis());
        XYStyler styler = sheet.chart().getStyler();
        if (chart.isWidened()) {
            double margin = (chart.most() - chart.least()) / 20;
            styler.setYAxisMin(chart.least() - margin).setYAxisMax(chart.most() + margin);
        }
        int steps = chart.steps().size();
        int pitch = BREADTH / Math.max(steps, 1);
        ImageLabels.across(styler, chart.steps(), pitch / ImageLabels.LETTER);
        styler.setXAxisMin(-0.3).setXAxisMax(steps - 0.7);
        styler.setXAxisTickMarkSpacingHint(pitch);
        List<Ladder.Line> lines = chart.lines().stream()
                .filter(line -> !line.rungs().isEmpty())
                .sorted(Comparator.comparingDouble(LadderSheet::last).reversed())
                .toList();
        lines.forEach(line -> line(sheet, line));
        return sheet;
    }

    private static void line(Sheet sheet, Ladder.Line line) {
        line.rungs().forEach(rung -> sheet.whisker(rung.step(), rung.estimate()));
        sheet.dottedLine(
                ImageLabels.ofLegend(line.name()),
                line.rungs().stream().mapToDouble(Ladder.Rung::step).toArray(),
                line.rungs().stream()
                        .mapToDouble(rung -> rung.estimate().value())
                        .toArray(),
                line.hue());
    }

    private static double last(Ladder.Line line) {
        return line.rungs().get(line.rungs().size() - 1).estimate().value();
    }
}
