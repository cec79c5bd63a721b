package org.beatbench.reports.xchart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Numbers;
import org.beatbench.reports.chart.Attention;
import org.beatbench.reports.chart.Bars;
import org.beatbench.reports.chart.Boxes;
import org.beatbench.reports.chart.Chart;
import org.beatbench.reports.chart.Cloud;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Diagonal;
import org.beatbench.reports.chart.Frontier;
import org.beatbench.reports.chart.Histogram;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.chart.Matrix;
import org.beatbench.reports.chart.Pairwise;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.chart.Tradeoffs;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;

/** Draws each kind of chart with XChart, twice as large as it is meant to be seen. */
final class Painter implements Chart.Visitor<BufferedImage> {

    static final int WIDTH = 840;
    static final int LONGEST_LABEL = 20;

    private static final int SCALE = 2;
    private static final int TILE = 66;
    private static final int LETTER = 8;
    private static final int LONGEST_NAME = 28;

    private final Look look;
    private final String title;

    private Painter(Look look, String title) {
        this.look = look;
        this.title = title;
    }

    static BufferedImage paint(Look look, Figure figure) {
        return figure.chart().accept(new Painter(look, figure.title()));
    }

    @Override
    public BufferedImage attention(Attention chart) {
        AttentionSheets sheets = new AttentionSheets(chart, look);
        return image(sheets.pictures(), Attention.COLUMNS, List.of(sheets.legend()));
    }

    @Override
    public BufferedImage bars(Bars chart) {
        int count = chart.bars().size();
        int pitch = count > 20 ? 18 : 30;
        Sheet sheet = new Sheet(look, title, WIDTH, 110 + pitch * Math.max(count, 2)).plain();
        XYStyler styler = sheet.chart().getStyler();
        Look.x(styler, chart.axis());
        sheet.chart().setXAxisTitle(chart.axis().label());
        named(
                styler::setYAxisTickLabelsFormattingFunction,
                reversed(chart.bars().stream().map(Bars.Bar::name).toList()),
                LONGEST_LABEL);
        styler.setYAxisTickMarkSpacingHint(pitch * 3 / 4);
        styler.setYAxisMin(-0.6).setYAxisMax(count - 0.4).setXAxisMin(0.0);
        styler.setPlotGridHorizontalLinesVisible(false);
        BasicStroke thick = new BasicStroke(pitch * 0.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        for (int i = 0; i < count; i++) {
            Bars.Bar bar = chart.bars().get(count - 1 - i);
            double[] height = {i, i};
            sheet.line("", new double[] {0, bar.estimate().value()}, height, Look.colour(bar.hue()), thick);
            if (bar.estimate().hasInterval()) {
                double[] ends = {bar.estimate().low(), bar.estimate().high()};
                sheet.line("", ends, height, Look.INK, Look.LINE);
            }
        }
        return image(List.of(sheet), 1);
    }

    @Override
    public BufferedImage boxes(Boxes chart) {
        return image(List.of(BoxSheet.of(chart, look, title)), 1);
    }

    @Override
    public BufferedImage cloud(Cloud chart) {
        Sheet sheet = new Sheet(look, title, WIDTH, 600);
        Look.x(sheet.chart().getStyler(), chart.x());
        Look.y(sheet.chart().getStyler(), chart.y());
        sheet.chart().setXAxisTitle(chart.x().label());
        sheet.chart().setYAxisTitle(chart.y().label());
        sheet.chart().getStyler().setMarkerSize(5);
        for (Cloud.Group group : chart.groups()) {
            if (!group.spots().isEmpty()) {
                double[] x = group.spots().stream().mapToDouble(Cloud.Spot::x).toArray();
                double[] y = group.spots().stream().mapToDouble(Cloud.Spot::y).toArray();
                sheet.dots(name(group.name()), x, y, Look.veil(group.hue(), 130));
            }
        }
        return image(List.of(sheet), 1);
    }

    @Override
    public BufferedImage curves(Curves chart) {
        Sheet sheet = new Sheet(look, title, WIDTH, 460);
        Look.x(sheet.chart().getStyler(), chart.x());
        Look.y(sheet.chart().getStyler(), chart.y());
        sheet.chart().setXAxisTitle(chart.x().label());
        sheet.chart().setYAxisTitle(chart.y().label());
        List<Curves.Curve> curves = chart.curves().stream()
                .filter(curve -> !curve.points().isEmpty())
                .toList();
        for (Curves.Curve curve : curves) {
            if (curve.points().stream().anyMatch(point -> point.y().hasInterval())) {
                List<Curves.Point> there = curve.points();
                List<Curves.Point> back = reversed(there);
                sheet.area(
                        Stream.concat(there.stream(), back.stream())
                                .mapToDouble(Curves.Point::x)
                                .toArray(),
                        Stream.concat(
                                        there.stream().map(point -> point.y().high()),
                                        back.stream().map(point -> point.y().low()))
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        curve.hue());
            }
        }
        for (Curves.Curve curve : curves) {
            sheet.line(
                    name(curve.name()),
                    curve.points().stream().mapToDouble(Curves.Point::x).toArray(),
                    curve.points().stream()
                            .mapToDouble(point -> point.y().value())
                            .toArray(),
                    Look.colour(curve.hue()),
                    Look.LINE);
            for (Curves.Point point : chart.dots(curve)) {
                sheet.dots("", new double[] {point.x()}, new double[] {point.y().value()}, Look.colour(curve.hue()));
            }
        }
        double[] range = range(curves);
        for (Curves.Mark mark : chart.marks()) {
            sheet.line(
                    name(mark.name()), new double[] {mark.x(), mark.x()}, range, Look.colour(Hue.NEUTRAL), Look.DASHED);
        }
        return image(List.of(sheet), 1);
    }

    private static double[] range(List<Curves.Curve> curves) {
        List<Curves.Point> points =
                curves.stream().flatMap(curve -> curve.points().stream()).toList();
        return new double[] {
            points.stream().mapToDouble(point -> point.y().low()).min().orElse(0),
            points.stream().mapToDouble(point -> point.y().high()).max().orElse(1)
        };
    }

    @Override
    public BufferedImage diagonal(Diagonal chart) {
        Sheet sheet = new Sheet(look, title, WIDTH, 560);
        XYStyler styler = sheet.chart().getStyler();
        Look.x(styler, chart.said());
        Look.y(styler, chart.came());
        styler.setXAxisMin(chart.start())
                .setXAxisMax(1.0)
                .setYAxisMin(chart.start())
                .setYAxisMax(1.0);
        sheet.chart().setXAxisTitle(chart.said().label());
        sheet.chart().setYAxisTitle(chart.came().label());
        double[] ends = {chart.start(), 1};
        sheet.line("", ends, ends, Look.colour(Hue.NEUTRAL), Look.DASHED);
        for (Diagonal.Line line : chart.lines()) {
            if (!line.points().isEmpty()) {
                line.points().forEach(point -> sheet.whisker(point.said(), point.came()));
                sheet.dottedLine(
                        name(line.name()),
                        line.points().stream().mapToDouble(Diagonal.Point::said).toArray(),
                        line.points().stream()
                                .mapToDouble(point -> point.came().value())
                                .toArray(),
                        line.hue());
            }
        }
        return image(List.of(sheet), 1);
    }

    @Override
    public BufferedImage frontier(Frontier chart) {
        Sheet sheet = new Sheet(
                look, title, WIDTH, Math.max(500, 90 + 21 * chart.points().size()));
        Look.x(sheet.chart().getStyler(), chart.cost());
        Look.y(sheet.chart().getStyler(), chart.quality());
        sheet.chart().setXAxisTitle(chart.cost().label());
        sheet.chart().setYAxisTitle(chart.quality().label());
        List<Frontier.Point> unbeaten = chart.unbeaten();
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (Frontier.Point point : unbeaten) {
            if (!y.isEmpty()) {
                x.add(point.cost());
                y.add(y.get(y.size() - 1));
            }
            x.add(point.cost());
            y.add(point.quality().value());
        }
        if (x.size() > 1) {
            sheet.line("not beaten in both", Sheet.array(x), Sheet.array(y), Look.colour(Hue.NEUTRAL), Look.DASHED);
        }
        for (Frontier.Point point : chart.points()) {
            sheet.whisker(point.cost(), point.quality());
            double[] cost = {point.cost()};
            double[] quality = {point.quality().value()};
            sheet.mark(name(point.name()), cost, quality, point.hue());
        }
        return image(List.of(sheet), 1);
    }

    @Override
    public BufferedImage histogram(Histogram chart) {
        Sheet sheet = new Sheet(look, title, WIDTH, 420);
        Look.x(sheet.chart().getStyler(), chart.x());
        Look.y(sheet.chart().getStyler(), chart.y());
        sheet.chart().setXAxisTitle(chart.x().label());
        sheet.chart().setYAxisTitle(chart.y().label());
        for (Histogram.Group group : chart.groups()) {
            int bins = group.heights().size();
            double[] x = new double[2 * bins + 2];
            double[] y = new double[2 * bins + 2];
            for (int i = 0; i < x.length; i++) {
                x[i] = chart.start() + i / 2 * chart.width();
                y[i] = i == 0 || i == x.length - 1 ? 0 : group.heights().get((i - 1) / 2);
            }
            sheet.area(x, y, group.hue());
            sheet.line(name(group.name()), x, y, Look.colour(group.hue()), Look.THIN);
        }
        return image(List.of(sheet), 1);
    }

    @Override
    public BufferedImage ladder(Ladder chart) {
        Sheet sheet = new Sheet(
                look, title, WIDTH, Math.max(480, 90 + 21 * chart.lines().size()));
        XYStyler styler = sheet.chart().getStyler();
        Look.y(styler, chart.axis());
        sheet.chart().setYAxisTitle(chart.axis().label());
        if (chart.isWidened()) {
            double margin = (chart.most() - chart.least()) / 20;
            styler.setYAxisMin(chart.least() - margin).setYAxisMax(chart.most() + margin);
        }
        int steps = chart.steps().size();
        int pitch = 520 / Math.max(steps, 1);
        named(styler::setXAxisTickLabelsFormattingFunction, chart.steps(), pitch / LETTER);
        styler.setXAxisMin(-0.3).setXAxisMax(steps - 0.7);
        styler.setXAxisTickMarkSpacingHint(pitch);
        List<Ladder.Line> lines = chart.lines().stream()
                .filter(line -> !line.rungs().isEmpty())
                .sorted(Comparator.comparingDouble(Painter::last).reversed())
                .toList();
        for (Ladder.Line line : lines) {
            line.rungs().forEach(rung -> sheet.whisker(rung.step(), rung.estimate()));
            sheet.dottedLine(
                    name(line.name()),
                    line.rungs().stream().mapToDouble(Ladder.Rung::step).toArray(),
                    line.rungs().stream()
                            .mapToDouble(rung -> rung.estimate().value())
                            .toArray(),
                    line.hue());
        }
        return image(List.of(sheet), 1);
    }

    @Override
    public BufferedImage matrix(Matrix matrix) {
        int columns = matrix.columns().size();
        int rows = matrix.rows().size();
        Sheet sheet =
                new Sheet(look, title, Math.max(460, 150 + TILE * columns), Math.max(320, 130 + 52 * rows)).plain();
        XYStyler styler = sheet.chart().getStyler();
        sheet.chart().setXAxisTitle(matrix.columnTitle());
        sheet.chart().setYAxisTitle(matrix.rowTitle());
        styler.setPlotGridLinesVisible(false).setPlotContentSize(1);
        styler.setXAxisMin(-0.5).setXAxisMax(columns - 0.5).setYAxisMin(-0.5).setYAxisMax(rows - 0.5);
        styler.setXAxisTickMarkSpacingHint(40).setYAxisTickMarkSpacingHint(30);
        named(styler::setXAxisTickLabelsFormattingFunction, matrix.columns(), TILE / LETTER);
        named(styler::setYAxisTickLabelsFormattingFunction, reversed(matrix.rows()), LONGEST_LABEL);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double y = rows - 1.0 - row;
                double share = matrix.share(row, column);
                sheet.tile(column, y, Look.tile(matrix.isRight(row, column), share));
                sheet.text(column, y + 0.14, Numbers.share(share));
                sheet.text(
                        column, y - 0.2, Numbers.count(matrix.counts().get(row).get(column)));
            }
        }
        return image(List.of(sheet), 1);
    }

    @Override
    public BufferedImage pairwise(Pairwise chart) {
        int count = chart.names().size();
        boolean roomy = chart.isRoomy();
        int width = roomy ? TILE : 26;
        Sheet sheet = new Sheet(
                        look, title, Math.max(620, 260 + width * count), Math.max(240, 130 + (roomy ? 40 : 22) * count))
                .plain();
        XYStyler styler = sheet.chart().getStyler();
        sheet.chart().setXAxisTitle(chart.measure() + ", row less column");
        styler.setPlotGridLinesVisible(false).setPlotContentSize(1);
        styler.setXAxisMin(-0.5).setXAxisMax(count - 0.5).setYAxisMin(-0.5).setYAxisMax(count - 0.5);
        styler.setXAxisTickMarkSpacingHint(width / 2).setYAxisTickMarkSpacingHint(16);
        named(styler::setXAxisTickLabelsFormattingFunction, numbered(count), LONGEST_LABEL);
        named(
                styler::setYAxisTickLabelsFormattingFunction,
                reversed(IntStream.range(0, count)
                        .mapToObj(i -> i + 1 + " " + chart.names().get(i))
                        .toList()),
                LONGEST_LABEL);
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                double y = count - 1.0 - row;
                int here = column;
                chart.pair(row, column).ifPresent(pair -> {
                    sheet.tile(here, y, Look.tile(pair.difference() > 0, pair.apart() ? chart.shade(pair) : 0));
                    sheet.text(here, y, Numbers.pair(pair.difference(), pair.apart(), chart.isRoomy()));
                });
            }
        }
        return image(List.of(sheet), 1);
    }

    @Override
    public BufferedImage strips(Strips chart) {
        int count = chart.strips().size();
        boolean thick =
                chart.strips().stream().anyMatch(strip -> !strip.points().isEmpty());
        int pitch = thick ? 40 : 30;
        Sheet sheet = new Sheet(look, title, WIDTH, 110 + pitch * Math.max(count, 2)).plain();
        XYStyler styler = sheet.chart().getStyler();
        Look.x(styler, chart.axis());
        sheet.chart().setXAxisTitle(chart.axis().label());
        named(
                styler::setYAxisTickLabelsFormattingFunction,
                reversed(chart.strips().stream().map(Strips.Strip::name).toList()),
                LONGEST_LABEL);
        styler.setYAxisTickMarkSpacingHint(pitch * 3 / 4);
        styler.setYAxisMin(-0.6).setYAxisMax(count - 0.4);
        styler.setPlotGridHorizontalLinesVisible(false);
        styler.setMarkerSize(7);
        for (int i = 0; i < count; i++) {
            Strips.Strip strip = chart.strips().get(i);
            double middle = count - 1.0 - i;
            points(sheet, strip, middle, false, Look.veil(strip.hue(), 120));
            points(sheet, strip, middle, true, Look.colour(strip.hue()));
            if (strip.mark().hasInterval()) {
                double[] ends = {strip.mark().low(), strip.mark().high()};
                sheet.line("", ends, new double[] {middle, middle}, Look.INK, Look.LINE);
            }
            double[] mark = {strip.mark().value()};
            sheet.dots("", mark, new double[] {middle}, strip.points().isEmpty() ? Look.colour(strip.hue()) : Look.INK);
        }
        return image(List.of(sheet), 1);
    }

    private static void points(Sheet sheet, Strips.Strip strip, double middle, boolean marked, Color colour) {
        int[] chosen = IntStream.range(0, strip.points().size())
                .filter(i -> strip.points().get(i).marked() == marked)
                .toArray();
        if (chosen.length > 0) {
            sheet.dots(
                    "",
                    IntStream.of(chosen)
                            .mapToDouble(i -> strip.points().get(i).value())
                            .toArray(),
                    IntStream.of(chosen)
                            .mapToDouble(i -> middle - 0.6 * Strips.Point.offset(i))
                            .toArray(),
                    colour);
        }
    }

    private static List<String> numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    @Override
    public BufferedImage traces(Traces chart) {
        int width = WIDTH / chart.columns();
        List<Sheet> sheets = new ArrayList<>();
        for (Traces.Panel panel : chart.panels()) {
            Sheet sheet = new Sheet(look, panel.name(), width, 130).plain();
            XYStyler styler = sheet.chart().getStyler();
            styler.setChartTitleFont(look.font(Font.PLAIN, 12));
            styler.setChartTitlePadding(2).setChartPadding(6);
            styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false);
            styler.setPlotBorderVisible(true).setPlotBorderColor(Look.GRID);
            styler.setXAxisMin(0.0).setXAxisMax(Math.max(1.0, chart.length() - 1));
            styler.setYAxisMin(0.0).setYAxisMax(1.0);
            for (Traces.Trace trace : panel.traces().stream()
                    .filter(trace -> !trace.values().isEmpty())
                    .toList()) {
                double[] x = IntStream.range(0, trace.values().size())
                        .asDoubleStream()
                        .toArray();
                if (trace.solid()) {
                    sheet.line("", x, Sheet.array(trace.values()), Look.colour(trace.hue()), Look.THIN);
                } else {
                    sheet.dashes(x, Sheet.array(trace.values()), Look.colour(trace.hue()));
                }
            }
            sheets.add(sheet);
        }
        if (!chart.names().isEmpty()) {
            Sheet key = key(width, 130);
            double[] outside = {2, 3};
            chart.names()
                    .values()
                    .forEach(trace -> key.line(
                            name(trace.name()),
                            outside,
                            outside,
                            Look.colour(trace.hue()),
                            trace.solid() ? Look.LINE : Look.DASHED));
            sheets.add(key);
        }
        return image(sheets, chart.columns());
    }

    @Override
    public BufferedImage tradeoffs(Tradeoffs chart) {
        int side = WIDTH / Tradeoffs.COLUMNS;
        List<Sheet> sheets = new ArrayList<>();
        for (Tradeoffs.Square square : chart.squares()) {
            Sheet sheet = new Sheet(look, square.name(), side, side).plain();
            XYStyler styler = sheet.chart().getStyler();
            Look.x(styler, chart.x());
            Look.y(styler, chart.y());
            styler.setChartTitleFont(look.font(Font.PLAIN, 12));
            styler.setChartTitlePadding(2).setChartPadding(6);
            styler.setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
            sheet.chart().setXAxisTitle(chart.x().label());
            sheet.chart().setYAxisTitle(chart.y().label());
            line(sheet, square.chance(), Hue.NEUTRAL, Look.DASHED);
            square.lines().forEach(line -> line(sheet, line.points(), line.hue(), Look.THIN));
            sheets.add(sheet);
        }
        if (!sheets.isEmpty()) {
            Sheet key = key(side, side);
            double[] outside = {2, 3};
            chart.names().forEach((name, hue) -> key.line(name(name), outside, outside, Look.colour(hue), Look.LINE));
            key.line("chance", outside, outside, Look.colour(Hue.NEUTRAL), Look.DASHED);
            sheets.add(key);
        }
        return image(sheets, Tradeoffs.COLUMNS);
    }

    private static void line(Sheet sheet, List<Tradeoffs.Point> points, Hue hue, BasicStroke stroke) {
        if (!points.isEmpty()) {
            sheet.line(
                    "",
                    points.stream().mapToDouble(Tradeoffs.Point::x).toArray(),
                    points.stream().mapToDouble(Tradeoffs.Point::y).toArray(),
                    Look.colour(hue),
                    stroke);
        }
    }

    /** A sheet for the names of lines, in the place of one more picture, since there is no room for them in each. */
    private Sheet key(int width, int height) {
        Sheet sheet = new Sheet(look, "", width, height);
        XYStyler styler = sheet.chart().getStyler();
        styler.setLegendPosition(Styler.LegendPosition.InsideNW);
        styler.setAxisTicksVisible(false).setAxisTitlesVisible(false).setPlotGridLinesVisible(false);
        styler.setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        return sheet;
    }

    private static BufferedImage image(List<Sheet> sheets, int columns) {
        return image(sheets, columns, List.of());
    }

    /**
     * Sheets of the same size side by side.
     *
     * @param below as wide as all of them, one under the other
     */
    private static BufferedImage image(List<Sheet> sheets, int columns, List<Sheet> below) {
        if (sheets.isEmpty()) {
            return image(WIDTH, 100, graphics -> {});
        }
        int width = sheets.get(0).chart().getWidth();
        int height = sheets.get(0).chart().getHeight();
        int rows = (sheets.size() + columns - 1) / columns;
        int foot = below.stream().mapToInt(sheet -> sheet.chart().getHeight()).sum();
        return image(width * columns, height * rows + foot, graphics -> {
            for (int i = 0; i < sheets.size(); i++) {
                paint(graphics, sheets.get(i), i % columns * width, i / columns * height);
            }
            int top = height * rows;
            for (Sheet sheet : below) {
                paint(graphics, sheet, 0, top);
                top += sheet.chart().getHeight();
            }
        });
    }

    private static void paint(Graphics2D graphics, Sheet sheet, int left, int top) {
        Graphics2D place = (Graphics2D) graphics.create();
        place.translate(left, top);
        sheet.paintable().paint(place, sheet.chart().getWidth(), sheet.chart().getHeight());
        place.dispose();
    }

    private static BufferedImage image(int width, int height, Consumer<Graphics2D> content) {
        BufferedImage image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SCALE, SCALE);
        content.accept(graphics);
        graphics.dispose();
        return image;
    }

    /**
     * Names instead of numbers at the whole numbers from 0 on. XChart draws no ticks at all where the first and the last
     * label are equal, so the two ends get blanks of different length; and it searches without end for a place for a
     * label of more than 20 letters, so longer ones are cut.
     */
    static void named(Consumer<Function<Double, String>> axis, List<String> names, int room) {
        axis.accept(value -> {
            long place = Math.round(value);
            boolean whole = Math.abs(value - place) < 1e-6 && place >= 0 && place < names.size();
            return whole ? cut(names.get((int) place), Math.min(room, LONGEST_LABEL)) : value < 0 ? "" : " ";
        });
    }

    private static double last(Ladder.Line line) {
        return line.rungs().get(line.rungs().size() - 1).estimate().value();
    }

    static String name(String name) {
        return cut(name, LONGEST_NAME);
    }

    static String cut(String name, int letters) {
        return name.length() <= letters ? name : name.substring(0, Math.max(0, letters - 1)) + "…";
    }

    static <T> List<T> reversed(List<T> things) {
        List<T> reversed = new ArrayList<>(things);
        Collections.reverse(reversed);
        return reversed;
    }
}
