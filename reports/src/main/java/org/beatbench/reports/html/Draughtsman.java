package org.beatbench.reports.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Numbers;
import org.beatbench.reports.chart.Attention;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Bars;
import org.beatbench.reports.chart.Boxes;
import org.beatbench.reports.chart.Chart;
import org.beatbench.reports.chart.Cloud;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Diagonal;
import org.beatbench.reports.chart.Estimate;
import org.beatbench.reports.chart.Frontier;
import org.beatbench.reports.chart.Histogram;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.chart.Matrix;
import org.beatbench.reports.chart.Pairwise;
import org.beatbench.reports.chart.Quantity;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.chart.Tradeoffs;

/** Draws each kind of chart, in colours that are variables of the page so that they follow its light or dark theme. */
final class Draughtsman implements Chart.Visitor<Drawing> {

    private static final double TOP = 34;
    private static final double BOTTOM = 46;

    private final Breadth breadth;
    private final double width;
    private final String alternative;
    private final Function<Matrix, Drawing> matrices;
    private final Function<Pairwise, Drawing> pairs;

    /**
     * @param breadth how broad a drawing is to be
     * @param alternative what a reader who cannot see the drawing needs to know
     * @param matrices makes the drawing of a matrix
     * @param pairs makes the drawing of a matrix of pairs
     */
    private Draughtsman(
            Breadth breadth,
            String alternative,
            Function<Matrix, Drawing> matrices,
            Function<Pairwise, Drawing> pairs) {
        this.breadth = breadth;
        this.width = breadth.width();
        this.alternative = alternative;
        this.matrices = matrices;
        this.pairs = pairs;
    }

    /** Draws a figure; matrices are tables, made elsewhere. */
    static Drawing draw(
            Figure figure, Breadth breadth, Function<Matrix, Drawing> matrices, Function<Pairwise, Drawing> pairs) {
        return figure.chart().accept(new Draughtsman(breadth, figure.alternative(), matrices, pairs));
    }

    @Override
    public Drawing attention(Attention chart) {
        return AttentionDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing bars(Bars chart) {
        List<String> names = names(chart.bars(), Bars.Bar::name);
        double pitch = chart.bars().size() > 20 ? 17 : 26;
        Svg svg = new Svg(width, 12 + pitch * names.size() + BOTTOM, alternative);
        double left = Math.max(60, Lettering.widest(names) + 16);
        double most = chart.bars().stream()
                .mapToDouble(bar -> bar.estimate().high())
                .max()
                .orElse(1);
        double right = width
                - 14
                - Lettering.widest(chart.bars().stream()
                        .map(bar -> Numbers.format(
                                chart.axis().quantity(), bar.estimate().value()))
                        .toList());
        Scale x = Scale.linear(0, most, left, right, 5);
        Plot plot = new Plot(svg, x, Scale.exact(0, 1, 8 + pitch * names.size(), 8, 1)).horizontalAxis(chart.axis());
        double y = 8 + pitch / 2;
        for (Bars.Bar bar : chart.bars()) {
            Estimate estimate = bar.estimate();
            String written = written(chart.axis(), estimate);
            svg.text(left - 8, y + 4, "name end", breadth.name(bar.name()));
            svg.rectangle(
                    left,
                    y - pitch * 0.34,
                    x.at(estimate.value()) - left,
                    pitch * 0.68,
                    bar.hue().id(),
                    bar.name() + ": " + written);
            if (estimate.hasInterval()) {
                whisker(svg, x.at(estimate.low()), y, x.at(estimate.high()), y);
            }
            svg.text(
                    x.at(estimate.high()) + 6,
                    y + 4,
                    "value",
                    Numbers.format(chart.axis().quantity(), estimate.value()));
            y += pitch;
        }
        return Drawing.of(breadth, plot.svg(), List.of());
    }

    @Override
    public Drawing boxes(Boxes chart) {
        return BoxDrawing.of(chart, alternative, breadth);
    }

    @Override
    public Drawing ladder(Ladder chart) {
        List<Ladder.Line> lines = chart.lines();
        boolean labelled = breadth == Breadth.WIDE;
        double right = labelled
                ? width
                        - 26
                        - Lettering.widest(
                                lines.stream().map(line -> last(chart, line)).toList())
                : width - 24;
        int gaps = Math.max(1, chart.steps().size() - 1);
        double first = 84;
        Steps steps = new Steps(chart.steps(), first, (right - 26 - first) / gaps, width);
        double height = (labelled ? Math.max(350, Lettering.LINE * lines.size() + TOP) : 320) + steps.depth();
        Svg svg = new Svg(width, height, alternative);
        Scale y = Scale.linear(chart.least(), chart.most(), height - steps.depth(), TOP, 6);
        Plot plot = new Plot(svg, Scale.exact(0, 1, Plot.left(chart.axis(), y), right - 8, 1), y)
                .verticalAxis(chart.axis());
        for (int step = 0; step < chart.steps().size(); step++) {
            svg.line(steps.at(step), y.from(), steps.at(step), y.to(), "rung");
        }
        steps.draw(svg, y.from());
        Labels labels = new Labels(y.to(), y.from());
        double aside = Math.min(3, 24.0 / Math.max(1, lines.size()));
        for (int i = 0; i < lines.size(); i++) {
            Ladder.Line line = lines.get(i);
            // A little beside one another, so that intervals at one step are told apart.
            double shift = (i - (lines.size() - 1) / 2.0) * aside;
            StringBuilder path = new StringBuilder();
            for (Ladder.Rung rung : line.rungs()) {
                path.append(path.length() == 0 ? 'M' : 'L')
                        .append(Svg.point(
                                steps.at(rung.step()) + shift,
                                y.at(rung.estimate().value())));
            }
            svg.curve(path.toString(), "line", line.hue(), List.of());
            for (Ladder.Rung rung : line.rungs()) {
                double x = steps.at(rung.step()) + shift;
                svg.path(
                        "M" + Svg.point(x, y.at(rung.estimate().low())) + "L"
                                + Svg.point(x, y.at(rung.estimate().high())),
                        "interval",
                        line.hue().id());
                svg.mark(
                        x,
                        y.at(rung.estimate().value()),
                        4.5,
                        line.hue(),
                        line.name() + ", " + chart.steps().get(rung.step()) + ": "
                                + written(chart.axis(), rung.estimate()));
            }
            line.rungs().stream()
                    .max(Comparator.comparingInt(Ladder.Rung::step))
                    .ifPresent(last -> labels.add(
                            y.at(last.estimate().value()),
                            last(chart, line),
                            line.hue(),
                            steps.at(last.step()) + shift));
        }
        if (labelled) {
            labels.draw(svg, right - 8);
        }
        return Drawing.of(
                breadth, plot.svg(), labelled ? List.of() : legend(lines, Ladder.Line::name, Ladder.Line::hue));
    }

    /** What stands beside the end of a line: its name, and the value on its last rung. */
    private String last(Ladder chart, Ladder.Line line) {
        return breadth.name(line.name())
                + line.rungs().stream()
                        .max(Comparator.comparingInt(Ladder.Rung::step))
                        .map(rung -> " "
                                + Numbers.format(
                                        chart.axis().quantity(), rung.estimate().value()))
                        .orElse("");
    }

    @Override
    public Drawing diagonal(Diagonal chart) {
        double height = Math.min(480, width);
        Svg svg = new Svg(width, height, alternative);
        Scale y = Scale.exact(chart.start(), 1, height - BOTTOM, TOP, 5);
        Scale x = Scale.exact(chart.start(), 1, Plot.left(chart.came(), y), width - 16, 5);
        new Plot(svg, x, y).verticalAxis(chart.came()).horizontalAxis(chart.said());
        svg.path("M" + Svg.point(x.from(), y.from()) + "L" + Svg.point(x.to(), y.to()), "frontier", Hue.NEUTRAL.id());
        for (Diagonal.Line line : chart.lines()) {
            StringBuilder path = new StringBuilder();
            for (Diagonal.Point point : line.points()) {
                path.append(path.length() == 0 ? 'M' : 'L')
                        .append(Svg.point(x.at(point.said()), y.at(point.came().value())));
            }
            if (!line.points().isEmpty()) {
                svg.curve(path.toString(), "line thin", line.hue(), List.of());
            }
        }
        for (Diagonal.Line line : chart.lines()) {
            for (Diagonal.Point point : line.points()) {
                double place = x.at(point.said());
                svg.line(
                        place,
                        y.at(point.came().low()),
                        place,
                        y.at(point.came().high()),
                        "whisker soft");
                svg.mark(
                        place,
                        y.at(point.came().value()),
                        4,
                        line.hue(),
                        line.name() + ", said " + Numbers.format(chart.said().quantity(), point.said()) + ": "
                                + written(chart.came(), point.came()));
            }
        }
        return Drawing.of(breadth, svg, legend(chart.lines(), Diagonal.Line::name, Diagonal.Line::hue));
    }

    @Override
    public Drawing frontier(Frontier chart) {
        double tall = Math.min(420, width);
        Svg svg = new Svg(width, tall, alternative);
        double[] costs = {
            chart.points().stream().mapToDouble(Frontier.Point::cost).min().orElse(1),
            chart.points().stream().mapToDouble(Frontier.Point::cost).max().orElse(1)
        };
        double[] range = range(chart.points().stream().map(Frontier.Point::quality));
        Scale y = Scale.linear(range[0], range[1], tall - BOTTOM, TOP, 6);
        double start = Plot.left(chart.quality(), y);
        Scale x = chart.cost().logarithmic()
                ? Scale.logarithmic(costs[0], costs[1], start, width - 24)
                : Scale.linear(costs[0], costs[1], start, width - 24, 6);
        new Plot(svg, x, y).verticalAxis(chart.quality()).horizontalAxis(chart.cost());
        Placement placement = new Placement(x.from(), y.to(), x.to(), y.from());
        double[] corner = {x.from(), y.from()};
        for (Frontier.Point point : chart.unbeaten()) {
            double left = x.at(point.cost());
            double height = y.at(point.quality().value());
            if (corner[1] < y.from()) {
                stretch(svg, placement, corner[0], corner[1], left, corner[1]);
            }
            stretch(svg, placement, left, corner[1], left, height);
            corner = new double[] {left, height};
        }
        stretch(svg, placement, corner[0], corner[1], x.to(), corner[1]);
        for (Frontier.Point point : chart.points()) {
            double left = x.at(point.cost());
            placement.keepFree(left, y.at(point.quality().value()));
            placement.keepFree(
                    left,
                    y.at(point.quality().low()),
                    left,
                    y.at(point.quality().high()));
        }
        for (Frontier.Point point : chart.points()) {
            double left = x.at(point.cost());
            double height = y.at(point.quality().value());
            svg.line(
                    left,
                    y.at(point.quality().low()),
                    left,
                    y.at(point.quality().high()),
                    "whisker soft");
            svg.mark(
                    left,
                    height,
                    6,
                    point.hue(),
                    point.name() + ": " + written(chart.quality(), point.quality()) + " at "
                            + Numbers.format(chart.cost().quantity(), point.cost()));
            placement.place(svg, left, height, breadth.name(point.name()));
        }
        List<Legend> legend =
                placement.complete() ? List.of() : legend(chart.points(), Frontier.Point::name, Frontier.Point::hue);
        return Drawing.of(breadth, svg, legend);
    }

    @Override
    public Drawing matrix(Matrix chart) {
        return matrices.apply(chart);
    }

    @Override
    public Drawing pairwise(Pairwise chart) {
        return pairs.apply(chart);
    }

    @Override
    public Drawing strips(Strips chart) {
        List<String> names = names(chart.strips(), Strips.Strip::name);
        boolean thick =
                chart.strips().stream().anyMatch(strip -> !strip.points().isEmpty());
        double pitch = thick ? 38 : 26;
        double bottom = 8 + pitch * names.size();
        Svg svg = new Svg(width, bottom + BOTTOM, alternative);
        double[] range = range(chart.strips().stream()
                .flatMap(strip -> Stream.concat(
                        Stream.of(strip.mark()),
                        strip.points().stream().map(point -> Estimate.exactly(point.value())))));
        Scale x = Scale.linear(range[0], range[1], Math.max(60, Lettering.widest(names) + 16), width - 16, 6);
        new Plot(svg, x, Scale.exact(0, 1, bottom, 8, 1)).horizontalAxis(chart.axis());
        double y = 8 + pitch / 2;
        for (Strips.Strip strip : chart.strips()) {
            svg.text(x.from() - 10, y + 4, "name end", breadth.name(strip.name()));
            StringBuilder path = new StringBuilder();
            List<String> tips = new ArrayList<>();
            for (int i = 0; i < strip.points().size(); i++) {
                Strips.Point point = strip.points().get(i);
                double height = y + Strips.Point.offset(i) * pitch * 0.6;
                String tip = strip.name() + ", " + point.name() + ": "
                        + Numbers.format(chart.axis().quantity(), point.value());
                if (point.marked()) {
                    svg.circle(
                            x.at(point.value()), height, 4, "dot", strip.hue().id(), tip);
                } else {
                    tips.add(tip);
                    path.append('M')
                            .append(Svg.point(x.at(point.value()), height))
                            .append("h0");
                }
            }
            svg.curve(path.toString(), "pins", strip.hue(), tips);
            if (strip.mark().hasInterval()) {
                whisker(svg, x.at(strip.mark().low()), y, x.at(strip.mark().high()), y);
            }
            svg.circle(
                    x.at(strip.mark().value()),
                    y,
                    6,
                    "dot",
                    strip.points().isEmpty() ? strip.hue().id() : "ink",
                    strip.name() + ": " + written(chart.axis(), strip.mark()));
            y += pitch;
        }
        return Drawing.of(breadth, svg, List.of());
    }

    @Override
    public Drawing curves(Curves chart) {
        double tall = Math.min(380, 0.8 * width);
        Svg svg = new Svg(width, tall, alternative);
        List<Curves.Point> points = chart.curves().stream()
                .flatMap(curve -> curve.points().stream())
                .toList();
        List<Double> places = Stream.concat(
                        points.stream().map(Curves.Point::x),
                        chart.marks().stream().map(Curves.Mark::x))
                .toList();
        double first = places.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double last = places.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double[] range = range(points.stream().map(Curves.Point::y));
        Scale y = Scale.linear(range[0], range[1], tall - BOTTOM, TOP, 5);
        Scale x = Scale.exact(first, last, Plot.left(chart.y(), y), width - 16, ticks(chart.x(), last - first));
        new Plot(svg, x, y).verticalAxis(chart.y()).horizontalAxis(chart.x());
        for (Curves.Mark mark : chart.marks()) {
            svg.line(x.at(mark.x()), y.from(), x.at(mark.x()), y.to(), "mark");
        }
        for (Curves.Curve curve : chart.curves()) {
            if (curve.points().stream().anyMatch(point -> point.y().hasInterval())) {
                svg.path(band(curve, x, y), "band", curve.hue().id());
            }
        }
        for (Curves.Curve curve : chart.curves()) {
            StringBuilder path = new StringBuilder();
            for (Curves.Point point : curve.points()) {
                path.append(path.length() == 0 ? 'M' : 'L')
                        .append(Svg.point(x.at(point.x()), y.at(point.y().value())));
            }
            svg.curve(
                    path.toString(),
                    "line",
                    curve.hue(),
                    curve.points().stream()
                            .map(point -> told(chart, curve, point))
                            .toList());
            for (Curves.Point point : chart.dots(curve)) {
                svg.mark(x.at(point.x()), y.at(point.y().value()), 4.5, curve.hue(), told(chart, curve, point));
            }
        }
        names(svg, chart.marks(), x, y);
        return Drawing.of(
                breadth,
                svg,
                chart.curves().size() < 2 ? List.of() : legend(chart.curves(), Curves.Curve::name, Curves.Curve::hue));
    }

    private static String told(Curves chart, Curves.Curve curve, Curves.Point point) {
        return curve.name() + ", " + chart.x().label() + " "
                + Numbers.format(chart.x().quantity(), point.x()) + ": " + written(chart.y(), point.y());
    }

    /** The names of marks beside them, those that would lie on another one line below it. */
    private void names(Svg svg, List<Curves.Mark> marks, Scale x, Scale y) {
        List<double[]> taken = new ArrayList<>();
        for (Curves.Mark mark : marks) {
            String name = breadth.name(mark.name());
            double length = Lettering.width(name);
            boolean toTheLeft = x.at(mark.x()) + 7 + length > width;
            double start = toTheLeft ? x.at(mark.x()) - 7 - length : x.at(mark.x()) + 7;
            double height = y.to() + 16;
            while (isTaken(taken, start, start + length, height)) {
                height += Lettering.LINE;
            }
            taken.add(new double[] {start, start + length, height});
            svg.text(toTheLeft ? x.at(mark.x()) - 7 : start, height, toTheLeft ? "name halo end" : "name halo", name);
        }
    }

    private static boolean isTaken(List<double[]> taken, double start, double end, double height) {
        return taken.stream().anyMatch(other -> other[2] == height && other[0] < end && start < other[1]);
    }

    @Override
    public Drawing histogram(Histogram chart) {
        double tall = Math.min(340, 0.8 * width);
        Svg svg = new Svg(width, tall, alternative);
        int bins = chart.groups().stream()
                .mapToInt(group -> group.heights().size())
                .max()
                .orElse(1);
        double most = chart.groups().stream()
                .flatMapToDouble(group -> group.heights().stream().mapToDouble(Double::doubleValue))
                .max()
                .orElse(1);
        Scale y = Scale.linear(0, most, tall - BOTTOM, TOP, 5);
        Scale x = Scale.exact(
                chart.start(), chart.start() + bins * chart.width(), Plot.left(chart.y(), y), width - 16, 8);
        new Plot(svg, x, y).verticalAxis(chart.y()).horizontalAxis(chart.x());
        for (Histogram.Group group : chart.groups()) {
            StringBuilder path = new StringBuilder("M" + Svg.point(x.at(chart.start()), y.from()));
            for (int bin = 0; bin < group.heights().size(); bin++) {
                double height = y.at(group.heights().get(bin));
                path.append('L').append(Svg.point(x.at(chart.start() + bin * chart.width()), height));
                path.append('L').append(Svg.point(x.at(chart.start() + (bin + 1) * chart.width()), height));
            }
            path.append('L')
                    .append(Svg.point(x.at(chart.start() + group.heights().size() * chart.width()), y.from()));
            svg.path(path + "Z", "band", group.hue().id());
            svg.curve(path.toString(), "line thin", group.hue(), tips(chart, group));
        }
        return Drawing.of(breadth, svg, legend(chart.groups(), Histogram.Group::name, Histogram.Group::hue));
    }

    /** What the corners of an outline say: nothing at its ends, and the same at both corners of a bin. */
    private static List<String> tips(Histogram chart, Histogram.Group group) {
        List<String> tips = new ArrayList<>(List.of(""));
        for (int bin = 0; bin < group.heights().size(); bin++) {
            String tip = group.name() + ", " + chart.x().label() + " "
                    + Numbers.tick(chart.x().quantity(), chart.start() + bin * chart.width()) + " to "
                    + Numbers.tick(chart.x().quantity(), chart.start() + (bin + 1) * chart.width()) + ": "
                    + Numbers.format(chart.y().quantity(), group.heights().get(bin));
            tips.add(tip);
            tips.add("");
        }
        return tips;
    }

    @Override
    public Drawing cloud(Cloud chart) {
        double tall = Math.min(480, width);
        Svg svg = new Svg(width, tall, alternative);
        List<Cloud.Spot> spots =
                chart.groups().stream().flatMap(group -> group.spots().stream()).toList();
        Scale y = Scale.linear(least(spots, Cloud.Spot::y), most(spots, Cloud.Spot::y), tall - BOTTOM, TOP, 6);
        double left = Plot.left(chart.y(), y);
        Scale x = Scale.linear(least(spots, Cloud.Spot::x), most(spots, Cloud.Spot::x), left, width - 16, 8);
        new Plot(svg, x, y).verticalAxis(chart.y()).horizontalAxis(chart.x());
        for (Cloud.Group group : chart.groups()) {
            StringBuilder path = new StringBuilder();
            for (Cloud.Spot spot : group.spots()) {
                path.append('M')
                        .append(Svg.point(x.at(spot.x()), y.at(spot.y())))
                        .append("h0");
            }
            svg.path(path.toString(), "spots", group.hue().id());
        }
        return Drawing.of(breadth, svg, legend(chart.groups(), Cloud.Group::name, Cloud.Group::hue));
    }

    @Override
    public Drawing traces(Traces chart) {
        int columns = breadth == Breadth.WIDE ? chart.columns() : Math.min(3, chart.columns());
        double gap = 14;
        double breadthOfOne = (width - gap * (columns - 1)) / columns;
        double height = 92;
        int rows = (chart.panels().size() + columns - 1) / columns;
        Svg svg = new Svg(width, rows * (height + 26) + 18 + Lettering.LINE, alternative);
        for (int i = 0; i < chart.panels().size(); i++) {
            Traces.Panel panel = chart.panels().get(i);
            double left = i % columns * (breadthOfOne + gap);
            double top = i / columns * (height + 26) + 18;
            Scale x = Scale.exact(0, Math.max(1, chart.length() - 1), left, left + breadthOfOne, 4);
            Scale y = Scale.exact(0, 1, top + height - 4, top + 4, 2);
            svg.text(left, top - 5, "name", Lettering.cut(panel.name(), breadthOfOne));
            svg.path(
                    "M" + Svg.point(left, top) + "h" + breadthOfOne + "v" + height + "h" + -breadthOfOne + "Z",
                    "frame",
                    Hue.NEUTRAL.id());
            for (Traces.Trace trace : panel.traces()) {
                List<Double> values = trace.values();
                StringBuilder path = new StringBuilder();
                for (int sample = 0; sample < values.size(); sample++) {
                    path.append(sample == 0 ? 'M' : 'L').append(Svg.point(x.at(sample), y.at(values.get(sample))));
                }
                svg.path(
                        path.toString(),
                        trace.solid() ? "line thin" : "frontier",
                        trace.hue().id());
            }
        }
        svg.text(
                0,
                svg.height() - 6 - Lettering.LINE,
                "axis",
                "→ in each frame: " + chart.x().label() + " 0 to " + (chart.length() - 1));
        svg.text(0, svg.height() - 6, "axis", "↑ " + chart.y().label());
        return Drawing.of(
                breadth,
                svg,
                chart.names().values().stream()
                        .map(trace -> Legend.of(trace.name() + (trace.solid() ? "" : " (dashed)"), trace.hue()))
                        .toList());
    }

    @Override
    public Drawing tradeoffs(Tradeoffs chart) {
        double left = 14 + Lettering.width(Numbers.tick(chart.y().quantity(), 1));
        double gap = 16;
        int columns = breadth == Breadth.WIDE ? Tradeoffs.COLUMNS : Math.min(2, Tradeoffs.COLUMNS);
        double side = (width - left - 10 - gap * (columns - 1)) / columns;
        double pitch = side + 50;
        int rows = (chart.squares().size() + columns - 1) / columns;
        Svg svg = new Svg(width, 22 + rows * pitch + 18, alternative);
        svg.text(0, 12, "axis", "↑ " + chart.y().label());
        for (int i = 0; i < chart.squares().size(); i++) {
            Tradeoffs.Square square = chart.squares().get(i);
            double from = left + i % columns * (side + gap);
            double top = 44 + i / columns * pitch;
            Scale x = Scale.exact(0, 1, from, from + side, 2);
            Scale y = Scale.exact(0, 1, top + side, top, 2);
            svg.text(from, top - 7, "name", Lettering.cut(square.name(), side));
            grid(svg, x, y, chart, i % columns == 0);
            svg.path(path(square.chance(), x, y), "frontier", Hue.NEUTRAL.id());
            for (Tradeoffs.Line line : square.lines()) {
                svg.path(path(line.points(), x, y), "line thin", line.hue().id());
            }
        }
        svg.text(width - 10, svg.height() - 4, "axis end", chart.x().label() + " →");
        return Drawing.of(
                breadth,
                svg,
                chart.names().entrySet().stream()
                        .map(named -> Legend.of(named.getKey(), named.getValue()))
                        .toList());
    }

    /** The grid of a square, with its numbers; the vertical axis has them only where no square stands to the left. */
    private static void grid(Svg svg, Scale x, Scale y, Tradeoffs chart, boolean isFirst) {
        for (double tick : x.ticks()) {
            svg.line(x.at(tick), y.from(), x.at(tick), y.to(), "grid");
            String place = tick == 0 ? "tick" : tick == 1 ? "tick end" : "tick middle";
            svg.text(x.at(tick), y.from() + 16, place, Numbers.tick(chart.x().quantity(), tick));
        }
        for (double tick : y.ticks()) {
            svg.line(x.from(), y.at(tick), x.to(), y.at(tick), "grid");
            if (isFirst) {
                svg.text(
                        x.from() - 8,
                        y.at(tick) + 4,
                        "tick end",
                        Numbers.tick(chart.y().quantity(), tick));
            }
        }
    }

    private static String path(List<Tradeoffs.Point> points, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        for (Tradeoffs.Point point : points) {
            path.append(path.length() == 0 ? 'M' : 'L').append(Svg.point(x.at(point.x()), y.at(point.y())));
        }
        return path.toString();
    }

    private static void stretch(Svg svg, Placement placement, double x1, double y1, double x2, double y2) {
        svg.path("M" + Svg.point(x1, y1) + "L" + Svg.point(x2, y2), "frontier", Hue.NEUTRAL.id());
        placement.keepFree(x1, y1, x2, y2);
    }

    /** How many ticks an axis of this span is to have: whole numbers have none between them. */
    private static int ticks(Axis axis, double span) {
        return axis.quantity() == Quantity.COUNT ? (int) Math.max(1, Math.min(8, span)) : 8;
    }

    private static String band(Curves.Curve curve, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        for (Curves.Point point : curve.points()) {
            path.append(path.length() == 0 ? 'M' : 'L')
                    .append(Svg.point(x.at(point.x()), y.at(point.y().high())));
        }
        for (int i = curve.points().size() - 1; i >= 0; i--) {
            Curves.Point point = curve.points().get(i);
            path.append('L').append(Svg.point(x.at(point.x()), y.at(point.y().low())));
        }
        return path + "Z";
    }

    private static void whisker(Svg svg, double x1, double y1, double x2, double y2) {
        svg.line(x1, y1, x2, y2, "whisker");
        svg.line(x1, y1 - 3, x1, y1 + 3, "whisker");
        svg.line(x2, y2 - 3, x2, y2 + 3, "whisker");
    }

    private static String written(Axis axis, Estimate estimate) {
        String text = Numbers.format(axis.quantity(), estimate.value());
        return estimate.hasInterval() ? text + " " + Numbers.interval(axis.quantity(), estimate) : text;
    }

    private static double[] range(Stream<Estimate> estimates) {
        List<Estimate> all = estimates.toList();
        return new double[] {
            all.stream().mapToDouble(Estimate::low).min().orElse(0),
            all.stream().mapToDouble(Estimate::high).max().orElse(1)
        };
    }

    private static double least(Collection<Cloud.Spot> spots, Function<Cloud.Spot, Double> coordinate) {
        return coordinates(spots, coordinate).min().orElse(0);
    }

    private static double most(Collection<Cloud.Spot> spots, Function<Cloud.Spot, Double> coordinate) {
        return coordinates(spots, coordinate).max().orElse(1);
    }

    private static DoubleStream coordinates(Collection<Cloud.Spot> spots, Function<Cloud.Spot, Double> coordinate) {
        return spots.stream().mapToDouble(coordinate::apply);
    }

    private <T> List<String> names(List<T> things, Function<T, String> name) {
        return things.stream().map(thing -> breadth.name(name.apply(thing))).toList();
    }

    private static <T> List<Legend> legend(List<T> things, Function<T, String> name, Function<T, Hue> hue) {
        return things.stream()
                .map(thing -> Legend.of(name.apply(thing), hue.apply(thing)))
                .toList();
    }
}
