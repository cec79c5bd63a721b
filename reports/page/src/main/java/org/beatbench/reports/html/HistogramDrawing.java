package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Histogram;

/** Draws the outlines of histograms over one another. */
final class HistogramDrawing {

    private final Histogram chart;
    private final DrawingWidth breadth;
    private final Plot plot;

    private HistogramDrawing(Histogram chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        double height = Math.min(340, 0.8 * breadth.width());
        int bins = chart.groups().stream()
                .mapToInt(group -> group.heights().size())
                .max()
                .orElse(1);
        double most = chart.groups().stream()
                .flatMapToDouble(group -> group.heights().stream().mapToDouble(Double::doubleValue))
                .max()
                .orElse(1);
        Scale y = Scale.linear(0, most, height - Plot.BOTTOM, Plot.TOP, 5);
        Scale x = Scale.exact(edge(0), edge(bins), Plot.left(chart.y(), y), breadth.width() - 16, 8);
        this.plot = new Plot(new Svg(breadth.width(), height, alternative), x, y);
    }

    /** A drawing of this breadth. */
    static Drawing of(Histogram chart, String alternative, DrawingWidth breadth) {
        return new HistogramDrawing(chart, alternative, breadth).draw();
    }

    private Drawing draw() {
        plot.verticalAxis(chart.y()).horizontalAxis(chart.x());
        for (Histogram.Group group : chart.groups()) {
            String outline = outline(group);
            plot.svg().path(outline + "Z", "band", group.hue().id());
            plot.svg().curve(outline, "line thin", group.hue(), tips(group));
        }
        return Drawing.of(breadth, plot.svg(), Legend.of(chart.groups(), Histogram.Group::name, Histogram.Group::hue));
    }

    private String outline(Histogram.Group group) {
        double bottom = plot.y().from();
        Polyline outline = new Polyline().to(plot.x().at(edge(0)), bottom);
        for (int bin = 0; bin < group.heights().size(); bin++) {
            double height = plot.y().at(group.heights().get(bin));
            outline.to(plot.x().at(edge(bin)), height).to(plot.x().at(edge(bin + 1)), height);
        }
        return outline.to(plot.x().at(edge(group.heights().size())), bottom).path();
    }

    /** What the corners of an outline say: nothing at its ends, and the same at both corners of a bin. */
    private List<String> tips(Histogram.Group group) {
        List<String> tips = new ArrayList<>(List.of(""));
        for (int bin = 0; bin < group.heights().size(); bin++) {
            String tip = group.name() + ", " + chart.x().label() + " "
                    + Numbers.tick(chart.x().quantity(), edge(bin)) + " to "
                    + Numbers.tick(chart.x().quantity(), edge(bin + 1)) + ": "
                    + Numbers.format(chart.y().quantity(), group.heights().get(bin));
            tips.add(tip);
            tips.add("");
        }
        return tips;
    }

    /** Where a bin begins. */
    private double edge(int bin) {
        return chart.start() + bin * chart.width();
    }
}
