package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
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
import org.beatbench.reports.chart.Curves;
import org.beatbench.reports.chart.Hue;
import org.beatbench.reports.chart.Steps;
import org.beatbench.reports.chart.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class HtmlRendererTest {

    private final Locale locale = Locale.getDefault();
    private final HtmlRenderer renderer = new HtmlRenderer();

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar", "en"})
    void theLanguageOfTheMachineChangesNothing(String language) {
        Locale.setDefault(Locale.ROOT);
        String expected = renderer.html(SampleReport.small());
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(new HtmlRenderer().html(SampleReport.small())).isEqualTo(expected);
    }

    @Test
    void loadsNothingFromAnywhere() {
        String html = renderer.html(SampleReport.of(40));
        assertThat(html).doesNotContainPattern("(?i)(src|data-src|poster|action)\\s*=\\s*[\"']?(https?:)?//");
        assertThat(html)
                .doesNotContainPattern("(?i)(?<!Object)url\\(|@import|<link|<iframe|<img|fetch\\(|XMLHttpRequest");
        assertThat(all("(?i)<(\\w+)[^>]* href=\"https?:", html)).isNotEmpty().containsOnly("a");
    }

    @Test
    void whatPlugInsSayIsNeverMarkup() {
        String html = renderer.html(SampleReport.of(40));
        assertThat(html).doesNotContain(SampleReport.HOSTILE).contains("&lt;script&gt;alert(");
        assertThat(all("(<script)", html)).hasSize(1);
    }

    @Test
    void noNumberIsMissing() {
        assertThat(renderer.html(SampleReport.of(40))).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void everySectionAndFigureCanBeLinkedTo() {
        Report report = SampleReport.small();
        String html = renderer.html(report);
        for (Section section : report.sections()) {
            assertThat(html).contains("<section id=\"" + section.id() + "\"", "href=\"#" + section.id() + "\"");
        }
        for (Figure figure : report.figures()) {
            assertThat(html)
                    .contains(
                            "<figure id=\"" + figure.id() + "\"",
                            "figures/" + figure.id() + ".png",
                            "figures/" + figure.id() + ".csv",
                            figure.alternative().substring(0, 20));
        }
    }

    @Test
    void tablesSayWhatTheirHeadersAreFor() {
        String html = renderer.html(SampleReport.small());
        assertThat(all("<th\\b( scope=\"(?:row|col)\")?", html)).isNotEmpty().doesNotContainNull();
        assertThat(html).contains("data-key=\"0.8234\"").contains("<caption");
    }

    @Test
    void headingsGoDownStepByStep() {
        List<String> levels = all("<h([1-6])", renderer.html(SampleReport.small()));
        assertThat(levels.get(0)).isEqualTo("1");
        for (int i = 1; i < levels.size(); i++) {
            assertThat(Integer.parseInt(levels.get(i)) - Integer.parseInt(levels.get(i - 1)))
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void marksAreNamedAndWholeNumbersHaveNoTicksBetweenThem() {
        Curves.Curve loss = new Curves.Curve(
                "loss",
                Hue.ofLayer(0),
                List.of(
                        new Curves.Point(1, Estimate.exactly(1)),
                        new Curves.Point(2, Estimate.exactly(0.5)),
                        new Curves.Point(3, Estimate.exactly(0.25))));
        Curves chart = new Curves(
                Axis.linear("epoch", Quantity.COUNT),
                Axis.linear("loss", Quantity.SCORE),
                List.of(loss),
                List.of(new Curves.Mark(2, "here")));
        String html = renderer.html(new Report(
                "Title", "", List.of(new Section("one", "One", List.of(new Figure("loss", "Loss", "", "", chart))))));

        assertThat(html).contains(">here</text>", "<title>loss, epoch 2: 0.500</title>");
        assertThat(Pattern.compile("class=\"tick middle\">([^<]*)<")
                        .matcher(html)
                        .results()
                        .map((MatchResult result) -> result.group(1)))
                .as("in the wide drawing and in the narrow one")
                .containsExactly("1", "2", "3", "1", "2", "3");
    }

    @Test
    void drawingsAreWellFormed() throws Exception {
        List<String> drawings = all("(?s)(<svg.*?</svg>)", renderer.html(SampleReport.of(40)));
        assertThat(drawings).hasSizeGreaterThan(6);
        for (String drawing : drawings) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(drawing)));
        }
    }

    @Test
    void whatCanBeChosenStandsInThePageAsAWhole() {
        String html = renderer.html(SampleReport.small());
        assertThat(html)
                .contains(
                        "<div class=\"choice\" data-question=\"Protocol\">",
                        "<div class=\"option\" data-id=\"strict\" data-name=\"strict\">",
                        "<div class=\"table\" id=\"table-ranked-strictly\">",
                        "<div class=\"table\" id=\"table-ranked-loosely\">",
                        "class=\"number\" data-better=\"higher\" title=\"mean of the classes&#39; F1 scores\">Macro-F1<",
                        "data-better=\"lower\" title=\"time to train\">Fit<");
        assertThat(all("<th scope=\"col\" class=\"number\"( data-better=\"\\w*\")?>Accuracy<", html))
                .as("no merit")
                .hasSize(3)
                .containsOnlyNulls();
    }

    @Test
    void aDrawingForWidePagesHasATwinForNarrowOnes() {
        String html = renderer.html(SampleReport.small());
        assertThat(all(
                        "view (view-[a-z-]+)\"",
                        html.substring(html.indexOf("id=\"ladder\""), html.indexOf("id=\"frontier\""))))
                .containsExactly("view-wide", "view-narrow");
        assertThat(all(
                        "view (view-[a-z-]+)\"",
                        html.substring(html.indexOf("class=\"gallery\""), html.indexOf("id=\"beats\""))))
                .containsExactly("view-table", "view-table");
    }

    @Test
    void coloursThatAreUsedUpComeBackInAnotherShape() {
        String html = renderer.html(SampleReport.of(40));
        assertThat(html).contains("class=\"line cycle-1\"", "class=\"line cycle-3\"", "<i class=\"cycle-2\"");
        assertThat(renderer.html(SampleReport.small())).doesNotContain("class=\"line cycle");
    }

    @Test
    void tracesAreNamedBesideALineThatLooksLikeThem() {
        Axis axis = Axis.linear("sample", Quantity.COUNT);
        List<Double> values = List.of(0.0, 1.0);
        Figure figure = new Figure(
                "traces",
                "Traces",
                "",
                "",
                new Traces(
                        Steps.ofSamples(null),
                        axis,
                        1,
                        List.of(new Traces.Panel(
                                "one",
                                List.of(
                                        new Traces.Trace("whole", Hue.ofLayer(1), true, values),
                                        new Traces.Trace("broken", Hue.ofLayer(3), false, values))))));
        assertThat(renderer.html(new Report("One", "", List.of(new Section("one", "One", List.of(figure))))))
                .contains(
                        "<i class=\"stroke\" style=\"--c:var(--layer-1)\"></i>whole",
                        "<i class=\"stroke dashes\" style=\"--c:var(--layer-3)\"></i>broken")
                .contains("--layer-3:" + Hue.ofLayer(3).light());
        assertThat(new SvgRenderer(FigureSize.PAGE).svg(figure).split("stroke-dasharray", -1))
                .hasSize(3);
    }

    @Test
    void anEmptyReportIsAPageToo() {
        assertThat(renderer.html(new Report("Nothing", "", List.of()))).contains("<h1>Nothing</h1>");
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
