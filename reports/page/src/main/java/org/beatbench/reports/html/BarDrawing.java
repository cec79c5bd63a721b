package org.beatbench.reports.html;

import java.util.List;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Bars;

/** Draws bars one below the other, each with its name to the left and its value to the right. */
final class BarDrawing {

    private static final double TOP = 8;

    /** So many bars have room at their usual distance. */
    private static final int FEW = 20;

    private final Bars chart;
    private final DrawingWidth breadth;
    private final double pitch;
    private final Plot plot;

    private BarDrawing(Bars chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        this.pitch = chart.bars().size() > FEW ? 17 : 26;
        double bottom = TOP + pitch * chart.bars().size();
        double left = Math.max(
                60, breadth.widest(chart.bars().stream().map(Bars.Bar::name).toList()) + 16);
        double right = breadth.width()
                - 14
                - TextMetrics.widest(chart.bars().stream().map(this::value).toList());
        double most = chart.bars().stream()
                .mapToDouble(bar -> bar.estimate().high())
                .max()
                .orElse(1);
        this.plot = new Plot(
                new Svg(breadth.width(), bottom + 4 + Plot.BOTTOM, alternative),
                Scale.linear(0, most, left, right, 5),
                Scale.exact(0, 1, bottom, TOP, 1));
    }

    /** A drawing of this breadth. */
    static Drawing of(Bars chart, String alternative, DrawingWidth breadth) {
        return new BarDrawing(chart, alternative, breadth).draw();
    }

    private Drawing draw() {
        plot.horizontalAxis(chart.axis());
        double y = TOP + pitch / 2;
        for (Bars.Bar bar : chart.bars()) {
            bar(bar, y);
            y += pitch;
        }
        return Drawing.of(breadth, plot.svg(), List.of());
    }

    private void bar(Bars.Bar bar, double y) {
        Svg svg = plot.svg();
        Scale x = plot.x();
        Estimate estimate = bar.estimate();
        svg.text(x.from() - 8, y + 4, "name end", breadth.name(bar.name()));
        svg.rectangle(
                x.from(),
                y - pitch * 0.34,
                x.at(estimate.value()) - x.from(),
                pitch * 0.68,
                bar.hue().id(),
                bar.name() + ": " + Numbers.estimate(chart.axis().quantity(), estimate));
        plot.levelWhisker(estimate, y);
        svg.text(x.at(estimate.high()) + 6, y + 4, "value", value(bar));
    }

    private String value(Bars.Bar bar) {
        return Numbers.format(chart.axis().quantity(), bar.estimate().value());
    }
}
