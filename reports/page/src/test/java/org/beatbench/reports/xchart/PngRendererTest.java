package org.beatbench.reports.xchart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Report;
import org.beatbench.reports.SampleReport;
import org.beatbench.reports.Section;
import org.beatbench.reports.chart.Attention;
import org.beatbench.reports.chart.Axis;
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
import org.beatbench.reports.chart.Pairwise;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.chart.Tradeoffs;
import org.beatbench.reports.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XChart has been seen to search for ticks without end, hence the time limits. */
class PngRendererTest {

    private static final Axis SCORE = Axis.linear("macro-F1", Quantity.SCORE);

    @TempDir
    private Path folder;

    /** As many points at whole numbers from 1 on, the last of them marked. */
    private static Curves epochs(int last) {
        return new Curves(
                Axis.linear("epoch", Quantity.COUNT),
                SCORE,
                List.of(new Curves.Curve(
                        "loss",
                        Hue.ofLayer(0),
                        IntStream.rangeClosed(1, last)
                                .mapToObj(epoch -> new Curves.Point(epoch, Estimate.exactly(1.0 / epoch)))
                                .toList())),
                List.of(new Curves.Mark(last, "best")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 40})
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void everyFigureIsAnImage(int things) throws IOException {
        Report report = SampleReport.of(things);
        new PngRenderer().render(report, folder);
        for (Figure figure : report.figures()) {
            Path image = folder.resolve("figures/" + figure.id() + ".png");
            assertThat(ImageIO.read(image.toFile()).getWidth()).isGreaterThan(800);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void chartsOfOneThingOrNoneAreDrawn() throws IOException {
        Estimate same = Estimate.exactly(0.5);
        Axis time = Axis.logarithmic("time", Quantity.SECONDS);
        List<Chart> charts = List.of(
                new Bars(SCORE, List.of()),
                new Bars(SCORE, List.of(new Bars.Bar("none", Hue.NEUTRAL, Estimate.exactly(0)))),
                new Attention(SCORE, SCORE, List.of()),
                new Attention(SCORE, SCORE, List.of(new Attention.Panel("none", Hue.NEUTRAL, List.of(), List.of()))),
                new Attention(
                        SCORE,
                        SCORE,
                        List.of(new Attention.Panel(
                                "flat",
                                Hue.NEUTRAL,
                                List.of(0.5, 0.5),
                                List.of(
                                        new Attention.Strip("blind", List.of(new Attention.Stretch(0, 1, 0))),
                                        new Attention.Strip("none", List.of()))))),
                new Boxes(SCORE, "beats", List.of()),
                new Boxes(SCORE, "beats", List.of(new Boxes.Row("none", List.of()))),
                new Boxes(
                        SCORE,
                        "beats",
                        List.of(new Boxes.Row("one", List.of(new Boxes.Box("all", Hue.NEUTRAL, 1, 1, 1, 1, 1, 1))))),
                new Cloud(SCORE, SCORE, List.of()),
                new Cloud(SCORE, SCORE, List.of(new Cloud.Group("one", Hue.NEUTRAL, List.of(new Cloud.Spot(1, 1))))),
                new Curves(SCORE, SCORE, List.of()),
                new Curves(
                        SCORE,
                        SCORE,
                        List.of(new Curves.Curve("one", Hue.NEUTRAL, List.of(new Curves.Point(0, same)))),
                        List.of(new Curves.Mark(0, "here"))),
                epochs(1),
                epochs(2),
                epochs(3),
                epochs(30),
                epochs(187),
                new Diagonal(SCORE, SCORE, List.of()),
                new Diagonal(
                        SCORE,
                        SCORE,
                        List.of(
                                new Diagonal.Line("one", Hue.NEUTRAL, List.of(new Diagonal.Point(1, same))),
                                new Diagonal.Line("none", Hue.NEUTRAL, List.of()))),
                new Frontier(time, SCORE, List.of()),
                new Frontier(time, SCORE, List.of(new Frontier.Point("one", Hue.NEUTRAL, 1e-5, same))),
                new Histogram(SCORE, SCORE, 0, 1, List.of()),
                new Ladder(
                        List.of("only"),
                        SCORE,
                        List.of(new Ladder.Line("one", Hue.NEUTRAL, List.of(new Ladder.Rung(0, same))))),
                new Ladder(List.of(), SCORE, List.of()),
                new Pairwise("macro-F1", List.of(), List.of()),
                new Pairwise("macro-F1", List.of("one"), List.of()),
                new Pairwise("macro-F1", List.of("one", "other"), List.of(new Pairwise.Pair(0, 1, 0, 1, 1, false))),
                new Pairwise(
                        "macro-F1",
                        List.of("one with a name as long as none", "other with a name as long as none"),
                        List.of(new Pairwise.Pair(0, 1, 0, 1, 1, true))),
                new Strips(SCORE, List.of()),
                new Strips(SCORE, List.of(new Strips.Strip("one", Hue.NEUTRAL, same, List.of()))),
                new Strips(
                        SCORE,
                        List.of(new Strips.Strip(
                                "one", Hue.NEUTRAL, same, List.of(new Strips.Point("one", 0.5, true))))),
                new Tradeoffs(SCORE, SCORE, List.of()),
                new Tradeoffs(SCORE, SCORE, List.of(new Tradeoffs.Square("none", List.of(), List.of()))),
                new Tradeoffs(
                        SCORE,
                        SCORE,
                        List.of(new Tradeoffs.Square(
                                "one",
                                List.of(),
                                List.of(
                                        new Tradeoffs.Line("no points", Hue.NEUTRAL, List.of()),
                                        new Tradeoffs.Line(
                                                "one point", Hue.NEUTRAL, List.of(new Tradeoffs.Point(1, 1))))))),
                new Traces(SCORE, SCORE, 6, List.of()),
                new Traces(SCORE, SCORE, 6, List.of(new Traces.Panel("flat", Hue.NEUTRAL, List.of(List.of())))));
        for (int i = 0; i < charts.size(); i++) {
            Figure figure = new Figure("figure-" + i, "Title", "", "", charts.get(i));
            Report report = new Report("One", "", List.of(new Section("one", "One", List.of(figure))));
            new PngRenderer().render(report, folder);
            assertThat(folder.resolve("figures/figure-" + i + ".png")).isNotEmptyFile();
            assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN");
        }
    }
}
