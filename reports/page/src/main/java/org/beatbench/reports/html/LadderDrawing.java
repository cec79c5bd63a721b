package org.beatbench.reports.html;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.reports.chart.Ladder;

/** Draws lines from step to step, named at their ends where there is room for that. */
final class LadderDrawing {

    private static final double FIRST_STEP = 84;

    private final Ladder chart;
    private final DrawingWidth breadth;
    private final boolean labelled;
    private final StepLabels steps;
    private final Plot plot;
    private final LabelColumn labels;

    private LadderDrawing(Ladder chart, String alternative, DrawingWidth breadth) {
        this.chart = chart;
        this.breadth = breadth;
        this.labelled = breadth == DrawingWidth.WIDE;
        List<Ladder.Line> lines = chart.lines();
        double right = labelled
                ? breadth.width()
                        - 26
                        - TextMetrics.widest(lines.stream().map(this::label).toList())
                : breadth.width() - 24;
        int gaps = Math.max(1, chart.steps().size() - 1);
        this.steps = new StepLabels(chart.steps(), FIRST_STEP, (right - 26 - FIRST_STEP) / gaps, breadth.width());
        double height = (labelled ? Math.max(350, TextMetrics.LINE * lines.size() + Plot.TOP) : 320) + steps.depth();
        Scale y = Scale.linear(chart.least(), chart.most(), height - steps.depth(), Plot.TOP, 6);
        this.plot = new Plot(
                new Svg(breadth.width(), height, alternative),
                Scale.exact(0, 1, Plot.left(chart.axis(), y), right - 8, 1),
                y);
        this.labels = new LabelColumn(y.to(), y.from());
    }

    /** A drawing of this breadth. */
    static Drawing of(Ladder chart, String alternative, DrawingWidth breadth) {
        return new LadderDrawing(chart, alternative, breadth).draw();
    }

    private Drawing draw() {
        Svg svg = plot.svg();
        plot.verticalAxis(chart.axis());
        for (int step = 0; step < chart.steps().size(); step++) {
            svg.line(steps.at(step), plot.y().from(), steps.at(step), plot.y().to(), "rung");
        }
        steps.draw(svg, plot.y().from());
        List<Ladder.Line> lines = chart.lines();
        double aside = Math.min(3, 24.0 / Math.max(1, lines.size()));
        for (int i = 0; i < lines.size(); i++) {
            // A little beside one another, so that intervals at one step are told apart.
            line(lines.get(i), (i - (lines.size() - 1) / 2.0) * aside);
        }
        if (labelled) {
            labels.draw(svg, plot.x().to());
        }
        return Drawing.of(breadth, svg, labelled ? List.of() : Legend.of(lines, Ladder.Line::name, Ladder.Line::hue));
    }

    private void line(Ladder.Line line, double shift) {
        Polyline path = new Polyline();
        for (Ladder.Rung rung : line.rungs()) {
            path.to(steps.at(rung.step()) + shift, plot.y().at(rung.estimate().value()));
        }
        plot.svg().curve(path.path(), "line", line.hue(), List.of());
        for (Ladder.Rung rung : line.rungs()) {
            rung(line, rung, steps.at(rung.step()) + shift);
        }
        last(line)
                .ifPresent(last -> labels.add(
                        plot.y().at(last.estimate().value()), label(line), line.hue(), steps.at(last.step()) + shift));
    }

    private void rung(Ladder.Line line, Ladder.Rung rung, double x) {
        plot.interval(x, rung.estimate(), line.hue());
        plot.svg()
                .mark(
                        x,
                        plot.y().at(rung.estimate().value()),
                        4.5,
                        line.hue(),
                        line.name() + ", " + chart.steps().get(rung.step()) + ": "
                                + Numbers.estimate(chart.axis().quantity(), rung.estimate()));
    }

    /** What stands beside the end of a line: its name, and the value on its last rung. */
    private String label(Ladder.Line line) {
        return breadth.name(line.name())
                + last(line)
                        .map(rung -> " "
                                + Numbers.format(
                                        chart.axis().quantity(), rung.estimate().value()))
                        .orElse("");
    }

    private static Optional<Ladder.Rung> last(Ladder.Line line) {
        return line.rungs().stream().max(Comparator.comparingInt(Ladder.Rung::step));
    }
}
