package org.beatbench.reports.html;

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

    private static final double WIDTH = 720;
    private static final double TOP = 34;
    private static final double BOTTOM = 46;

    private final String alternative;
    private final Function<Matrix, Drawing> matrices;
    private final Function<Pairwise, Drawing> pairs;

    /**
     * @param alternative what a reader who cannot see the drawing needs to know
     * @param matrices makes the drawing of a matrix
     * @param pairs makes the drawing of a matrix of pairs
     */
    private Draughtsman(String alternative, Function<Matrix, Drawing> matrices, Function<Pairwise, Drawing> pairs) {
        this.alternative = alternative;
        this.matrices = matrices;
        this.pairs = pairs;
    }

    /** Draws a figure; matrices are tables, made elsewhere. */
    static Drawing draw(Figure figure, Function<Matrix, Drawing> matrices, Function<Pairwise, Drawing> pairs) {
        return figure.chart().accept(new Draughtsman(figure.alternative(), matrices, pairs));
    }

    @Override
    public Drawing attention(Attention chart) {
        return AttentionDrawing.of(chart, alternative, WIDTH);
    }

    @Override
    public Drawing bars(Bars chart) {
        List<String> names = chart.bars().stream().map(Bars.Bar::name).toList();
        double pitch = chart.bars().size() > 20 ? 17 : 26;
        Svg svg = new Svg(WIDTH, 12 + pitch * names.size() + BOTTOM, alternative);
        double left = Math.max(60, Plot.widest(names) + 16);
        double most = chart.bars().stream()
                .mapToDouble(bar -> bar.estimate().high())
                .max()
                .orElse(1);
        Scale x = Scale.linear(0, most, left, WIDTH - 90, 5);
        Plot plot = new Plot(svg, x, Scale.exact(0, 1, 8 + pitch * names.size(), 8, 1)).horizontalAxis(chart.axis());
        double y = 8 + pitch / 2;
        for (Bars.Bar bar : chart.bars()) {
            Estimate estimate = bar.estimate();
            String written = written(chart.axis(), estimate);
            svg.text(left - 8, y + 4, "name end", Plot.name(bar.name()));
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
        return Drawing.of(plot.svg(), List.of());
    }

    @Override
    public Drawing ladder(Ladder chart) {
        List<Ladder.Line> lines = chart.lines();
        double right = WIDTH - Plot.widest(lines.stream().map(Ladder.Line::name).toList()) - 66;
        double height = Math.max(380, 15.0 * lines.size() + TOP + BOTTOM);
        Svg svg = new Svg(WIDTH, height, alternative);
        Scale y = Scale.linear(chart.least(), chart.most(), height - BOTTOM, TOP, 6);
        double step =
                chart.steps().size() < 2 ? 0 : (right - 110) / (chart.steps().size() - 1);
        Plot plot = new Plot(svg, Scale.exact(0, 1, 60, right + 18, 1), y).verticalAxis(chart.axis());
        for (int i = 0; i < chart.steps().size(); i++) {
            svg.line(84 + i * step, y.from(), 84 + i * step, y.to(), "rung");
            svg.text(
                    84 + i * step,
                    y.from() + 20,
                    "name middle",
                    Plot.name(chart.steps().get(i)));
        }
        Labels labels = new Labels(y.to(), y.from());
        for (Ladder.Line line : lines) {
            StringBuilder path = new StringBuilder();
            for (Ladder.Rung rung : line.rungs()) {
                path.append(path.length() == 0 ? 'M' : 'L');
                path.append(
                        Svg.point(84 + rung.step() * step, y.at(rung.estimate().value())));
            }
            svg.path(path.toString(), "line", line.hue().id());
            for (Ladder.Rung rung : line.rungs()) {
                double x = 84 + rung.step() * step;
                svg.line(x, y.at(rung.estimate().low()), x, y.at(rung.estimate().high()), "whisker soft");
                svg.circle(
                        x,
                        y.at(rung.estimate().value()),
                        4.5,
                        "dot",
                        line.hue().id(),
                        line.name() + ", " + chart.steps().get(rung.step()) + ": "
                                + written(chart.axis(), rung.estimate()));
            }
            line.rungs().stream()
                    .max(Comparator.comparingInt(Ladder.Rung::step))
                    .ifPresent(last -> labels.add(
                            y.at(last.estimate().value()),
                            Plot.name(line.name()) + " "
                                    + Numbers.format(
                                            chart.axis().quantity(),
                                            last.estimate().value()),
                            line.hue(),
                            84 + last.step() * step));
        }
        labels.draw(svg, right + 6);
        return Drawing.of(plot.svg(), List.of());
    }

    @Override
    public Drawing diagonal(Diagonal chart) {
        double height = 480;
        Svg svg = new Svg(WIDTH, height, alternative);
        Scale x = Scale.exact(chart.start(), 1, 60, WIDTH - 16, 5);
        Scale y = Scale.exact(chart.start(), 1, height - BOTTOM, TOP, 5);
        new Plot(svg, x, y).verticalAxis(chart.came()).horizontalAxis(chart.said());
        svg.path("M" + Svg.point(x.from(), y.from()) + "L" + Svg.point(x.to(), y.to()), "frontier", Hue.NEUTRAL.id());
        for (Diagonal.Line line : chart.lines()) {
            StringBuilder path = new StringBuilder();
            for (Diagonal.Point point : line.points()) {
                path.append(path.length() == 0 ? 'M' : 'L')
                        .append(Svg.point(x.at(point.said()), y.at(point.came().value())));
            }
            if (!line.points().isEmpty()) {
                svg.path(path.toString(), "line thin", line.hue().id());
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
                svg.circle(
                        place,
                        y.at(point.came().value()),
                        4,
                        "dot",
                        line.hue().id(),
                        line.name() + ", said " + Numbers.format(chart.said().quantity(), point.said()) + ": "
                                + written(chart.came(), point.came()));
            }
        }
        return Drawing.of(svg, legend(chart.lines(), Diagonal.Line::name, Diagonal.Line::hue));
    }

    @Override
    public Drawing frontier(Frontier chart) {
        Svg svg = new Svg(WIDTH, 420, alternative);
        double[] costs = {
            chart.points().stream().mapToDouble(Frontier.Point::cost).min().orElse(1),
            chart.points().stream().mapToDouble(Frontier.Point::cost).max().orElse(1)
        };
        Scale x = chart.cost().logarithmic()
                ? Scale.logarithmic(costs[0], costs[1], 60, WIDTH - 24)
                : Scale.linear(costs[0], costs[1], 60, WIDTH - 24, 6);
        double[] range = range(chart.points().stream().map(Frontier.Point::quality));
        Scale y = Scale.linear(range[0], range[1], 420 - BOTTOM, TOP, 6);
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
            svg.circle(
                    left,
                    height,
                    6,
                    "dot",
                    point.hue().id(),
                    point.name() + ": " + written(chart.quality(), point.quality()) + " at "
                            + Numbers.format(chart.cost().quantity(), point.cost()));
            placement.place(svg, left, height, Plot.name(point.name()));
        }
        List<Legend> legend = placement.complete()
                ? List.of()
                : chart.points().stream()
                        .map(point -> Legend.of(point.name(), point.hue()))
                        .toList();
        return Drawing.of(svg, legend);
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
        List<String> names = chart.strips().stream().map(Strips.Strip::name).toList();
        boolean thick =
                chart.strips().stream().anyMatch(strip -> !strip.points().isEmpty());
        double pitch = thick ? 38 : 26;
        double bottom = 8 + pitch * names.size();
        Svg svg = new Svg(WIDTH, bottom + BOTTOM, alternative);
        double[] range = range(chart.strips().stream()
                .flatMap(strip -> Stream.concat(
                        Stream.of(strip.mark()),
                        strip.points().stream().map(point -> Estimate.exactly(point.value())))));
        Scale x = Scale.linear(range[0], range[1], Math.max(60, Plot.widest(names) + 16), WIDTH - 16, 6);
        new Plot(svg, x, Scale.exact(0, 1, bottom, 8, 1)).horizontalAxis(chart.axis());
        double y = 8 + pitch / 2;
        for (Strips.Strip strip : chart.strips()) {
            svg.text(x.from() - 10, y + 4, "name end", Plot.name(strip.name()));
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < strip.points().size(); i++) {
                Strips.Point point = strip.points().get(i);
                double height = y + Strips.Point.offset(i) * pitch * 0.6;
                if (point.marked()) {
                    svg.circle(
                            x.at(point.value()),
                            height,
                            4,
                            "dot",
                            strip.hue().id(),
                            strip.name() + ", " + point.name() + ": "
                                    + Numbers.format(chart.axis().quantity(), point.value()));
                } else {
                    path.append('M')
                            .append(Svg.point(x.at(point.value()), height))
                            .append("h0");
                }
            }
            svg.path(path.toString(), "pins", strip.hue().id());
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
        return Drawing.of(svg, List.of());
    }

    @Override
    public Drawing curves(Curves chart) {
        Svg svg = new Svg(WIDTH, 380, alternative);
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
        Scale x = Scale.exact(first, last, 60, WIDTH - 16, ticks(chart.x(), last - first));
        Scale y = Scale.linear(range[0], range[1], 380 - BOTTOM, TOP, 5);
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
            svg.path(path.toString(), "line", curve.hue().id());
            for (Curves.Point point : chart.dots(curve)) {
                svg.circle(
                        x.at(point.x()),
                        y.at(point.y().value()),
                        4.5,
                        "dot",
                        curve.hue().id(),
                        curve.name() + ", " + chart.x().label() + " "
                                + Numbers.format(chart.x().quantity(), point.x()) + ": "
                                + written(chart.y(), point.y()));
            }
        }
        for (Curves.Mark mark : chart.marks()) {
            boolean toTheLeft = x.at(mark.x()) > WIDTH * 0.7;
            svg.text(
                    x.at(mark.x()) + (toTheLeft ? -7 : 7),
                    y.to() + 16,
                    toTheLeft ? "name halo end" : "name halo",
                    Plot.name(mark.name()));
        }
        return Drawing.of(
                svg,
                chart.curves().size() < 2 ? List.of() : legend(chart.curves(), Curves.Curve::name, Curves.Curve::hue));
    }

    @Override
    public Drawing histogram(Histogram chart) {
        Svg svg = new Svg(WIDTH, 340, alternative);
        int bins = chart.groups().stream()
                .mapToInt(group -> group.heights().size())
                .max()
                .orElse(1);
        double most = chart.groups().stream()
                .flatMapToDouble(group -> group.heights().stream().mapToDouble(Double::doubleValue))
                .max()
                .orElse(1);
        Scale x = Scale.exact(chart.start(), chart.start() + bins * chart.width(), 60, WIDTH - 16, 8);
        Scale y = Scale.linear(0, most, 340 - BOTTOM, TOP, 5);
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
            svg.path(path.toString(), "line thin", group.hue().id());
        }
        return Drawing.of(svg, legend(chart.groups(), Histogram.Group::name, Histogram.Group::hue));
    }

    @Override
    public Drawing cloud(Cloud chart) {
        Svg svg = new Svg(WIDTH, 480, alternative);
        List<Cloud.Spot> spots =
                chart.groups().stream().flatMap(group -> group.spots().stream()).toList();
        Scale x = Scale.linear(least(spots, Cloud.Spot::x), most(spots, Cloud.Spot::x), 60, WIDTH - 16, 8);
        Scale y = Scale.linear(least(spots, Cloud.Spot::y), most(spots, Cloud.Spot::y), 480 - BOTTOM, TOP, 6);
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
        return Drawing.of(svg, legend(chart.groups(), Cloud.Group::name, Cloud.Group::hue));
    }

    @Override
    public Drawing traces(Traces chart) {
        double gap = 14;
        double width = (WIDTH - gap * (chart.columns() - 1)) / chart.columns();
        double height = 92;
        int rows = (chart.panels().size() + chart.columns() - 1) / chart.columns();
        Svg svg = new Svg(WIDTH, rows * (height + 26) + 18, alternative);
        for (int i = 0; i < chart.panels().size(); i++) {
            Traces.Panel panel = chart.panels().get(i);
            double left = i % chart.columns() * (width + gap);
            double top = i / chart.columns() * (height + 26) + 18;
            Scale x = Scale.exact(0, Math.max(1, chart.length() - 1), left, left + width, 4);
            Scale y = Scale.exact(0, 1, top + height - 4, top + 4, 2);
            svg.text(left, top - 5, "name", panel.name());
            svg.path(
                    "M" + Svg.point(left, top) + "h" + width + "v" + height + "h" + -width + "Z",
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
                svg.height() - 6,
                "axis",
                "Each frame: " + chart.x().label() + " 0 to " + (chart.length() - 1) + " →, "
                        + chart.y().label() + " ↑");
        return Drawing.of(
                svg,
                chart.names().values().stream()
                        .map(trace -> Legend.of(trace.name() + (trace.solid() ? "" : " (dashed)"), trace.hue()))
                        .toList());
    }

    @Override
    public Drawing tradeoffs(Tradeoffs chart) {
        double left = 44;
        double gap = 16;
        int columns = Tradeoffs.COLUMNS;
        double side = (WIDTH - left - 10 - gap * (columns - 1)) / columns;
        double pitch = side + 50;
        int rows = (chart.squares().size() + columns - 1) / columns;
        Svg svg = new Svg(WIDTH, 22 + rows * pitch + 18, alternative);
        svg.text(0, 12, "axis", "↑ " + chart.y().label());
        for (int i = 0; i < chart.squares().size(); i++) {
            Tradeoffs.Square square = chart.squares().get(i);
            double from = left + i % columns * (side + gap);
            double top = 44 + i / columns * pitch;
            Scale x = Scale.exact(0, 1, from, from + side, 2);
            Scale y = Scale.exact(0, 1, top + side, top, 2);
            svg.text(from, top - 7, "name", Plot.name(square.name()));
            grid(svg, x, y, chart, i % columns == 0);
            svg.path(path(square.chance(), x, y), "frontier", Hue.NEUTRAL.id());
            for (Tradeoffs.Line line : square.lines()) {
                svg.path(path(line.points(), x, y), "line thin", line.hue().id());
            }
        }
        svg.text(WIDTH - 10, svg.height() - 4, "axis end", chart.x().label() + " →");
        return Drawing.of(
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

    private static <T> List<Legend> legend(List<T> things, Function<T, String> name, Function<T, Hue> hue) {
        return things.stream()
                .map(thing -> Legend.of(name.apply(thing), hue.apply(thing)))
                .toList();
    }
}
