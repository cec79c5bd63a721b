package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Quantity;
import org.beatbench.reports.Figure;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.Report;
import org.beatbench.reports.SampleReport;
import org.beatbench.reports.Section;
import org.beatbench.reports.chart.Axis;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Ladder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class SvgRendererTest {

    private final SvgRenderer renderer = new SvgRenderer(FigureSize.PAGE);

    private static Figure figure(int things, String id) {
        return SampleReport.of(things).figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void everyDrawingStandsAlone(int things) throws Exception {
        for (Figure figure : SampleReport.of(things).figures()) {
            String svg = renderer.svg(figure);
            assertThat(svg)
                    .as(figure.id())
                    .doesNotContain("class=", "var(", "--", "inherit", "href", "url(", "@", "NaN", "Infinity")
                    .contains("<desc>" + figure.alternative().substring(0, 10));
            assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", "")).doesNotContain("http");
            assertThat(all("<(?:path|circle)\\b([^>]*)>", svg))
                    .as("without a style, they would be black blots: " + figure.id())
                    .allMatch(attributes -> attributes.contains("fill:") || attributes.contains("stroke:"));
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        }
    }

    @Test
    void drawsWhatThePageDraws() {
        int drawings = 0;
        for (Figure figure : SampleReport.of(3).figures()) {
            String page =
                    new HtmlRenderer().html(new Report("One", "", List.of(new Section("one", "One", List.of(figure)))));
            int start = page.indexOf("<svg viewBox=\"0 0 720");
            if (start >= 0) {
                drawings++;
                String drawing = page.substring(start, page.indexOf("</svg>", start));
                String svg = renderer.svg(figure);
                // Without the samples of lines in the legend, which stands last.
                assertThat(all(" d=\"([^\"]*)\"", svg))
                        .as(figure.id())
                        .startsWith(all(" d=\"([^\"]*)\"", drawing).toArray(String[]::new));
                assertThat(all(">([^<>]+)</text>", svg))
                        .as(figure.id())
                        .startsWith(all(">([^<>]+)</text>", drawing).toArray(String[]::new));
            }
        }
        assertThat(drawings).isEqualTo(13);
        assertThat(renderer.svg(figure(3, "ladder")))
                .contains("stroke:" + Hue.ofSeries(0).light())
                .doesNotContain(Hue.ofSeries(0).dark());
    }

    @Test
    void leavesTheTitleToWhoeverShowsIt() {
        String svg = renderer.svg(figure(3, "ladder"));
        assertThat(svg).contains("<title>Protocol ladder</title>");
        assertThat(svg).doesNotContain(">Protocol ladder</text>");
    }

    @ParameterizedTest
    @CsvSource({"COLUMN, 3", "COLUMN, 9", "COLUMNS, 3", "COLUMNS, 40"})
    void lettersAreOfSevenPointsInPrint(FigureSize size, int things) {
        for (Figure figure : SampleReport.of(things).figures()) {
            String svg = new SvgRenderer(size).svg(figure);
            double points = Double.parseDouble(
                    all("<svg [^>]*? width=\"([0-9.]+)pt\"", svg).get(0));
            double units =
                    Double.parseDouble(all("viewBox=\"0 0 ([0-9.]+) ", svg).get(0));
            List<String> letters = all("font-size:([0-9.]+)px", svg);
            assertThat(letters).hasSameSizeAs(all("(<text)", svg)).isNotEmpty();
            assertThat(letters).as(figure.id()).allSatisfy(letter -> assertThat(
                            Double.parseDouble(letter) * points / units)
                    .isGreaterThanOrEqualTo(7));
        }
    }

    @Test
    void isAsWideAsWasAsked() {
        for (Figure figure : SampleReport.of(9).figures()) {
            assertThat(new SvgRenderer(FigureSize.COLUMN).svg(figure))
                    .as(figure.id())
                    .contains(" width=\"226.77pt\"");
            assertThat(new SvgRenderer(FigureSize.COLUMNS).svg(figure)).contains(" width=\"481.89pt\"");
            assertThat(new SvgRenderer(FigureSize.SLIDE).svg(figure)).contains(" width=\"1600\"");
            assertThat(renderer.svg(figure)).contains(" width=\"752\"");
        }
        assertThat(new SvgRenderer(FigureSize.COLUMN).svg(figure(40, "pairs")))
                .as("forty columns have no room in one")
                .doesNotContain(" width=\"226.77pt\"");
    }

    @Test
    void aLineToCompareWithHidesNoOther() {
        Ladder.Rung rung = new Ladder.Rung(0, Estimate.exactly(0.5));
        Ladder ladder = new Ladder(
                List.of("one", "two"),
                Axis.linear("macro-F1", Quantity.SCORE),
                List.of(
                        new Ladder.Line("Nearest", Hue.ofSeries(0), List.of(rung)),
                        new Ladder.Line("best canary", Hue.NEUTRAL, List.of(rung))));
        assertThat(all("(stroke-dasharray)", renderer.svg(new Figure("one", "One", "", "", ladder))))
                .hasSize(1);
    }

    @Test
    void hasTheLegendThatStandsBelowItInThePage() {
        assertThat(renderer.svg(figure(3, "diagonal")))
                .contains(">K nearest neighbours</text>", ">Decision tree</text>");
    }

    @Test
    void aBoxSaysItsQuantilesAndHowManyValuesItIsOf() {
        String boxes = renderer.svg(figure(3, "boxes"));
        assertThat(all("<title>([^<]*, answered [^<]*)</title>", boxes))
                .hasSize(5)
                .contains("Decision tree, answered wrongly: median 50.0\u202f%; middle half 50.0\u202f% to 50.0\u202f%;"
                        + " 5\u202f% to 95\u202f% quantile 50.0\u202f% to 50.0\u202f%; beats: 1");
        assertThat(all(">([0-9\u202f]+)</text>", boxes))
                .as("the group without values has no box, but its count")
                .containsExactly("49\u202f000", "1\u202f234", "49\u202f000", "1", "49\u202f000", "0");
    }

    @Test
    void saysWhichDropEachShadeStandsFor() {
        String strips = renderer.svg(figure(3, "attention"));
        assertThat(all(">(−?0\\.\\d{3})</text>", strips))
                .containsExactly(
                        "0.036", "0.144", "0.324", "0.576", "0.900", "−0.036", "−0.144", "−0.324", "−0.576", "−0.900");
        assertThat(all("fill-opacity=\"([0-9.]+)\"", strips.substring(strips.indexOf(">Mean drop<"))))
                .containsExactly("0.2", "0.4", "0.6", "0.8", "1", "0.2", "0.4", "0.6", "0.8", "1");
    }

    @Test
    void drawsMatricesThoughTheyAreTablesInThePage() {
        String matrix = renderer.svg(figure(3, "confusion-1"));
        assertThat(all(">([^<]*%)</text>", matrix)).hasSize(25);
        assertThat(matrix).contains(">truth ↓</text>", ">answer →</text>", ">Q</text>");

        String pairs = renderer.svg(figure(3, "pairs"));
        assertThat(pairs).contains(">row less column</text>", ">1 K nearest neighbours</text>");
        assertThat(all(">([+−]?0\\.\\d{3})</text>", pairs)).hasSize(4);
        assertThat(all(">([+·−])</text>", renderer.svg(figure(40, "pairs")))).hasSizeGreaterThan(1000);
    }

    @Test
    void readsTheRulesThatAreAboutDrawings() {
        DrawingStyle style = new DrawingStyle("""
                :root { --ink: #101010; --paper: #ffffff; --right: #000000 }
                @media print { :root { --ink: #ff0000 } svg .dot { fill: blue } }
                :root[data-theme="dark"] { --ink: #eeeeee }
                .wide svg { width: 100% } svg text { fill: var(--ink); font-family: inherit }
                svg .dot, svg .other { fill: var(--c); stroke: var(--paper) } svg .thin { stroke-width: 1 }
                svg .dot:hover { fill: red }
                """);
        assertThat(
                        style.written(
                                "<circle r=\"2\" class=\"dot thin\" style=\"--c:var(--ink)\"/><text x=\"1\" class=\"y\">a</text>"))
                .isEqualTo("<circle r=\"2\" style=\"fill:#101010;stroke:#ffffff;stroke-width:1\"/>"
                        + "<text x=\"1\" style=\"fill:#101010\">a</text>");
        assertThat(style.mixed("paper", "right", 0.5)).isEqualTo("#808080");
        assertThatThrownBy(() -> style.colour("none")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writesOneFileForEachFigure(@TempDir Path folder) {
        Report report = SampleReport.small();
        renderer.render(report, folder);
        for (Figure figure : report.figures()) {
            assertThat(Files.exists(folder.resolve("figures/" + figure.id() + ".svg")))
                    .isTrue();
        }
    }
}
