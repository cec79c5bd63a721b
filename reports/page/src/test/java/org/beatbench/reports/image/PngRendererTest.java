package org.beatbench.reports.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureSize;
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
import org.beatbench.reports.chart.Steps;
import org.beatbench.reports.chart.Strips;
import org.beatbench.reports.chart.Traces;
import org.beatbench.reports.chart.Tradeoffs;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.html.SvgRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.BitmapEncoder;

class PngRendererTest {

    private static final Axis SCORE = Axis.linear("macro-F1", Quantity.SCORE);

    private static final Steps STEPS = Steps.ofSamples(null);

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
    void everyFigureIsAnImage(int things) throws IOException {
        Report report = SampleReport.of(things);
        new PngRenderer(FigureSize.PAGE).render(report, folder);
        for (Figure figure : report.figures()) {
            assertThat(image(figure).getWidth()).isGreaterThanOrEqualTo(1504);
        }
    }

    @ParameterizedTest
    @EnumSource(FigureSize.class)
    void isTheDrawingThatIsWrittenAsSvgAndNothingElse(FigureSize size) throws IOException {
        Report report = SampleReport.of(3);
        new SvgRenderer(size).render(report, folder);
        new PngRenderer(size).render(report, folder);
        for (Figure figure : report.figures()) {
            String svg = Files.readString(folder.resolve("figures/" + figure.id() + ".svg"));
            BufferedImage drawn = BitmapEncoder.getBufferedImage(new Painting(svg, size.resolution()));
            BufferedImage written = image(figure);
            assertThat(written.getWidth()).isEqualTo(drawn.getWidth());
            assertThat(written.getHeight()).isEqualTo(drawn.getHeight());
            assertThat(pixels(written)).as(figure.id()).isEqualTo(pixels(drawn));
            assertThat(IntStream.of(pixels(written)).distinct().count())
                    .as(figure.id() + " is not empty")
                    .isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @CsvSource({"COLUMN, 945, 11811", "COLUMNS, 2008, 11811", "SLIDE, 1600, 3780"})
    void hasThePixelsThatItsWidthAsksFor(FigureSize size, int width, int perMetre) throws IOException {
        new PngRenderer(size).render(SampleReport.of(3), folder);
        for (Figure figure : SampleReport.of(3).figures()) {
            assertThat(image(figure).getWidth()).as(figure.id()).isEqualTo(width);
        }
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("figures/ladder.png")));
        int resolution = new String(file.array(), StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertThat(file.getInt(resolution + 4)).isEqualTo(perMetre);
        assertThat(file.getInt(resolution + 8)).isEqualTo(perMetre);
        assertThat(file.get(resolution + 12)).as("metres").isEqualTo((byte) 1);
    }

    @Test
    void lettersThatLiberationSansLacksAreThoseOfTheMachine() {
        Figure latin = new Figure("one", "İ → −1.5\u202f%", "", "", new Bars(SCORE, List.of()));
        Figure other = new Figure("one", "心電図", "", "", new Bars(SCORE, List.of()));
        SvgRenderer drawings = new SvgRenderer(FigureSize.PAGE);
        assertThat(Letters.in(drawings.svg(latin))).isEqualTo(drawings.svg(latin));
        assertThat(Letters.in(drawings.svg(other))).contains("font-family=\"SansSerif,");
    }

    private BufferedImage image(Figure figure) throws IOException {
        return ImageIO.read(folder.resolve("figures/" + figure.id() + ".png").toFile());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void chartsOfOneThingOrNoneAreDrawn() throws IOException {
        Estimate same = Estimate.exactly(0.5);
        Axis time = Axis.logarithmic("time", Quantity.SECONDS);
        List<Chart> charts = List.of(
                new Bars(SCORE, List.of()),
                new Bars(SCORE, List.of(new Bars.Bar("none", Hue.NEUTRAL, Estimate.exactly(0)))),
                new Attention(STEPS, SCORE, List.of()),
                new Attention(STEPS, SCORE, List.of(new Attention.Panel("none", Hue.NEUTRAL, List.of(), List.of()))),
                new Attention(
                        STEPS,
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
                new Traces(STEPS, SCORE, 6, List.of()),
                new Traces(STEPS, SCORE, 6, List.of(new Traces.Panel("flat", Hue.NEUTRAL, List.of(List.of())))));
        for (int i = 0; i < charts.size(); i++) {
            Figure figure = new Figure("figure-" + i, "Title", "", "", charts.get(i));
            Report report = new Report("One", "", List.of(new Section("one", "One", List.of(figure))));
            new PngRenderer(FigureSize.PAGE).render(report, folder);
            assertThat(folder.resolve("figures/figure-" + i + ".png")).isNotEmptyFile();
            assertThat(new HtmlRenderer().html(report)).doesNotContain("NaN");
        }
    }
}
