package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Report;
import org.beatbench.reports.SampleReport;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Chart;
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Frontier;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Ladder;
import org.beatbench.reports.comparison.StressRuns;
import org.beatbench.reports.comparison.StressRuns.Oddity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels of drawings, as wide as they are in the widest of the common typefaces. */
class DrawingLayoutTest {

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"");
    private static final Pattern TEXT =
            Pattern.compile("<text x=\"(-?[0-9.]+)\" y=\"(-?[0-9.]+)\" class=\"([a-z ]*)\">([^<]*)</text>");

    private static void assertNeat(String name, Chart chart, DrawingWidth breadth) {
        Figure figure = new Figure("figure", name, "", "", chart);
        Drawing drawing = ChartDrawing.draw(
                figure, breadth, matrix -> Drawing.table(out -> {}, 1), pairs -> Drawing.table(out -> {}, 1));
        if (drawing.form().isTable()) {
            return;
        }
        StringOutput output = new StringOutput();
        drawing.picture().writeTo(output);
        String svg = output.toString();
        MatchResult size = SIZE.matcher(svg).results().findFirst().orElseThrow();
        Rectangle2D paper = new Rectangle2D.Double(
                -0.5, -0.5, Double.parseDouble(size.group(1)) + 1, Double.parseDouble(size.group(2)) + 1);
        List<Rectangle2D> taken = new ArrayList<>();
        TEXT.matcher(svg).results().forEach(text -> {
            Rectangle2D box = box(text);
            String what = name + ", " + breadth + ": " + text.group(4);
            assertThat(paper.contains(box)).as(what + " is within the drawing").isTrue();
            assertThat(taken.stream().noneMatch(box::intersects))
                    .as(what + " lies on nothing")
                    .isTrue();
            taken.add(box);
        });
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }

    private static Rectangle2D box(MatchResult text) {
        double width = TextMetrics.width(text.group(4)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&"));
        double x = Double.parseDouble(text.group(1));
        double y = Double.parseDouble(text.group(2));
        double left = text.group(3).contains("end") ? x - width : text.group(3).contains("middle") ? x - width / 2 : x;
        return new Rectangle2D.Double(left, y - 9, width, 11);
    }

    private static void assertNeat(Report report) {
        for (Figure figure : report.figures()) {
            for (DrawingWidth breadth : DrawingWidth.values()) {
                assertNeat(figure.title(), figure.chart(), breadth);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 40})
    void labelsOfEveryKindOfChartHaveRoom(int things) {
        assertNeat(SampleReport.of(things));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10})
    void labelsOfAComparisonHaveRoom(int protocols) {
        assertNeat(StressRuns.report(3, 5, protocols, Set.of()));
        assertNeat(StressRuns.report(3, 5, protocols, Oddity.ALL));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12})
    void labelsOfRobustnessHaveRoom(int classifiers) {
        assertNeat(StressRuns.disturbed(classifiers));
    }

    @ParameterizedTest
    @EnumSource(DrawingWidth.class)
    void namesOfManyStepsHaveRoom(DrawingWidth breadth) {
        for (int steps = 1; steps <= 12; steps++) {
            List<String> names = IntStream.range(0, steps)
                    .mapToObj(step -> "a protocol by the name of " + step)
                    .toList();
            List<Ladder.Rung> rungs = IntStream.range(0, steps)
                    .mapToObj(step -> new Ladder.Rung(step, Estimate.exactly(0.5 + 0.01 * step)))
                    .toList();
            assertNeat(
                    steps + " steps",
                    new Ladder(
                            names,
                            Axis.linear("macro-F1", Quantity.SCORE),
                            List.of(new Ladder.Line("W".repeat(80), Hue.ofSeries(0), rungs))),
                    breadth);
        }
    }

    @ParameterizedTest
    @EnumSource(DrawingWidth.class)
    void costsOfAnySpanHaveLabelsThatFit(DrawingWidth breadth) {
        for (double span : new double[] {1, 1.3, 2, 4, 9, 20, 90, 1e3, 1e6}) {
            assertNeat(
                    "span " + span,
                    new Frontier(
                            Axis.logarithmic("median time to answer one beat", Quantity.SECONDS),
                            Axis.linear("macro-F1", Quantity.SCORE),
                            List.of(
                                    new Frontier.Point("one", Hue.ofSeries(0), 7e-6, Estimate.exactly(0.5)),
                                    new Frontier.Point("other", Hue.ofSeries(1), 7e-6 * span, Estimate.exactly(0.5)))),
                    breadth);
        }
    }

    @ParameterizedTest
    @EnumSource(DrawingWidth.class)
    void largeNumbersAndMarksCloseToOneAnotherHaveRoom(DrawingWidth breadth) {
        List<Curves.Point> points =
                List.of(new Curves.Point(1, Estimate.exactly(0)), new Curves.Point(9, Estimate.exactly(123_456_789)));
        assertNeat(
                "marks",
                new Curves(
                        Axis.linear("beats", Quantity.COUNT),
                        Axis.linear("beats", Quantity.COUNT),
                        List.of(new Curves.Curve("one", Hue.ofSeries(0), points)),
                        List.of(
                                new Curves.Mark(8, "the last epoch"),
                                new Curves.Mark(8.1, "the best epoch"),
                                new Curves.Mark(8.2, "another"))),
                breadth);
    }

    @ParameterizedTest
    @EnumSource(DrawingWidth.class)
    void noCurveStrikesANameThrough(DrawingWidth breadth) {
        List<Curves.Point> points = IntStream.rangeClosed(1, 10)
                .mapToObj(epoch -> new Curves.Point(epoch, Estimate.exactly(1 - 0.1 / epoch)))
                .toList();
        List<Curves.Point> low =
                List.of(new Curves.Point(1, Estimate.exactly(0.3)), new Curves.Point(10, Estimate.exactly(0.4)));
        Axis epoch = Axis.linear("epoch", Quantity.COUNT);
        Curves chart = new Curves(
                epoch,
                Axis.linear("accuracy", Quantity.SCORE),
                List.of(
                        new Curves.Curve("training", Hue.ofLayer(0), points),
                        new Curves.Curve("validation", Hue.ofLayer(1), low)),
                List.of(new Curves.Mark(6, "best: epoch 6")));
        StringOutput output = new StringOutput();
        ChartDrawing.draw(
                        new Figure("figure", "Figure", "", "", chart),
                        breadth,
                        matrix -> Drawing.table(out -> {}, 1),
                        pairs -> Drawing.table(out -> {}, 1))
                .picture()
                .writeTo(output);
        Rectangle2D name = TEXT.matcher(output.toString())
                .results()
                .filter(text -> text.group(4).startsWith("best"))
                .map(DrawingLayoutTest::box)
                .findFirst()
                .orElseThrow();
        List<String> curves = Pattern.compile("<path d=\"([^\"]*)\" class=\"line")
                .matcher(output.toString())
                .results()
                .map(curve -> curve.group(1))
                .toList();
        assertThat(curves).hasSize(2).noneMatch(curve -> strikes(curve, name));
    }

    private static boolean strikes(String curve, Rectangle2D name) {
        double[][] corners = Pattern.compile("[ML]([0-9.]+) ([0-9.]+)")
                .matcher(curve)
                .results()
                .map(corner -> new double[] {Double.parseDouble(corner.group(1)), Double.parseDouble(corner.group(2))})
                .toArray(double[][]::new);
        return IntStream.range(1, corners.length)
                .anyMatch(i -> name.intersectsLine(corners[i - 1][0], corners[i - 1][1], corners[i][0], corners[i][1]));
    }

    @Test
    void whatIsCutSaysSo() {
        assertThat(TextMetrics.cut("short", 200)).isEqualTo("short");
        assertThat(TextMetrics.cut("W".repeat(40), 112)).matches("W+…");
        assertThat(TextMetrics.width(TextMetrics.cut("心電図の分類器".repeat(9), 112))).isLessThanOrEqualTo(112);
        assertThat(TextMetrics.cut("😀😀😀😀", 40)).doesNotContain("\ud83d…");
    }
}
