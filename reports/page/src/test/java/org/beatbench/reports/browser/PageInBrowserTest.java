package org.beatbench.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.beatbench.reports.Report;
import org.beatbench.reports.SampleReport;
import org.beatbench.reports.comparison.BeatRuns;
import org.beatbench.reports.comparison.StressRuns;
import org.beatbench.reports.comparison.StressRuns.Oddity;
import org.beatbench.reports.html.HtmlRenderer;
import org.beatbench.reports.html.ResultsPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as a reader has them before the eyes, under the fingers and in the ears. */
class PageInBrowserTest {

    private static final String AXE = "META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private static final String PRINT_CHECK = "org/beatbench/reports/browser/print-check.js";

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Path sample;
    private static Path usual;
    private static Path withBeats;

    @BeforeAll
    static void start() {
        chromium = Chromium.startOrSkip();
        sample = page("sample", SampleReport.of(40));
        usual = page("usual", StressRuns.report(7, 5, 4, EnumSet.of(Oddity.EPOCHS)));
        withBeats = page("with-beats", BeatRuns.report(7, 5, Oddity.NONE));
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Path page(String name, Report report) {
        return new HtmlRenderer().render(report, folder.resolve(name));
    }

    private static String resource(String name) throws IOException {
        try (InputStream input = PageInBrowserTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> layout(Tab tab) throws IOException {
        return tab.texts(resource("org/beatbench/reports/browser/page-check.js"));
    }

    @ParameterizedTest
    @CsvSource({
        "1440, light",
        "1440, dark",
        "768, light",
        "768, dark",
        "390, light",
        "390, dark",
        "320, light",
        "703, print",
        "1032, print"
    })
    void nothingIsCutOffOrLiesOnSomethingElse(int width, String look) throws IOException {
        for (Path page : List.of(sample, usual, withBeats)) {
            try (Tab tab = chromium.open(page).resize(width, 900).look(look)) {
                assertThat(layout(tab)).as(page + " at " + width + ", " + look).isEmpty();
                tab.unfold();
                assertThat(layout(tab)).as(page + " at " + width + ", " + look).isEmpty();
                if (look.equals("print")) {
                    assertThat(tab.texts(resource(PRINT_CHECK)))
                            .as(page + ", printed at " + width)
                            .isEmpty();
                }
            }
        }
    }

    /** Every size and every oddity with every other one, more or less. */
    @ParameterizedTest
    @CsvSource({
        "2, 2, 1, NONE",
        "2, 2, 1, ALL",
        "3, 5, 10, NONE",
        "5, 3, 10, ALL",
        "6, 20, 2, NONE",
        "4, 20, 3, ALL",
        "40, 5, 1, NONE",
        "40, 4, 2, ALL"
    })
    void stressIsNotSeen(int classifiers, int classes, int protocols, String oddities) throws IOException {
        Report report =
                StressRuns.report(classifiers, classes, protocols, oddities.equals("ALL") ? Oddity.ALL : Oddity.NONE);
        assertNeat(page("stress-" + classifiers + "-" + classes + "-" + protocols + "-" + oddities, report));
    }

    @Test
    void robustnessIsNeatToo() throws IOException {
        assertNeat(page("disturbed", StressRuns.disturbed(12)));
    }

    @Test
    void showsSingleBeatsAndWhatTheClassifiersLookAt() {
        try (Tab tab = chromium.open(withBeats)) {
            for (String section : List.of("errors-by-beat", "saliency")) {
                assertThat(tab.evaluate("document.querySelectorAll('#" + section + " svg path').length")
                                .asInt())
                        .as(section)
                        .isGreaterThan(20);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2, NONE", "2, 2, ALL", "5, 5, ALL", "12, 20, ALL"})
    void stressOfSingleBeatsIsNotSeen(int classifiers, int classes, String oddities) throws IOException {
        Report report = BeatRuns.report(classifiers, classes, oddities.equals("ALL") ? Oddity.ALL : Oddity.NONE);
        assertNeat(page("beats-" + classifiers + "-" + classes + "-" + oddities, report));
    }

    private static void assertNeat(Path page) throws IOException {
        try (Tab tab = chromium.open(page)) {
            tab.unfold();
            for (int width : new int[] {1440, 768, 390}) {
                assertThat(layout(tab.resize(width, 900).look("light")))
                        .as("%s at %d", page, width)
                        .isEmpty();
            }
            tab.look("print");
            for (int width : new int[] {703, 1032}) {
                tab.resize(width, 900);
                assertThat(layout(tab)).as("%s printed at %d", page, width).isEmpty();
                assertThat(tab.texts(resource(PRINT_CHECK)))
                        .as("%s printed at %d", page, width)
                        .isEmpty();
            }
            assertThat(tab.complaints()).isEmpty();
        }
    }

    /** Each page once, each width and look once with the page that most people see: looking takes ten seconds a time. */
    @ParameterizedTest
    @CsvSource({"usual, 1440, light", "usual, 390, light", "sample, 1440, dark", "with-beats, 390, dark"})
    void axeFindsNothingSerious(String name, int width, String look) throws IOException {
        Path page = Map.of("usual", usual, "sample", sample, "with-beats", withBeats)
                .get(name);
        try (Tab tab = chromium.open(page).resize(width, 900).look(look).unfold()) {
            tab.evaluate(resource(AXE) + ";0");
            assertThat(tab.texts("axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations"
                            + ".filter(one => ['serious', 'critical'].includes(one.impact))"
                            + ".flatMap(one => one.nodes.slice(0, 5).map(node => one.id + ' ' + node.html.slice(0, 200)"
                            + " + ' ' + node.failureSummary)))"))
                    .as(name + " at " + width + ", " + look)
                    .isEmpty();
        }
    }

    @Test
    void asksForNothingAndComplainsOfNothing() {
        for (Path page : List.of(sample, usual, withBeats)) {
            try (Tab tab = chromium.open(page)) {
                tab.click("#theme");
                assertThat(tab.requests()).isEmpty();
                assertThat(tab.complaints()).isEmpty();
            }
        }
    }

    @Test
    void cannotAskForAnythingEither() {
        try (Tab tab = chromium.open(sample)) {
            assertThat(tab.text("fetch('http://127.0.0.1:9/').then(() => 'asked', () => 'refused')"))
                    .isEqualTo("refused");
            assertThat(tab.complaints().toString()).contains("Content Security Policy");
        }
    }

    /** The largest there usually are. How fast they open is for a benchmark to say. */
    @ParameterizedTest
    @CsvSource({"7, 5, 4", "40, 5, 4"})
    void isSmallAndLoadsNothing(int classifiers, int classes, int protocols) throws IOException {
        Path page = page(
                "large-" + classifiers, StressRuns.report(classifiers, classes, protocols, EnumSet.of(Oddity.EPOCHS)));
        assertThat(Files.size(page)).as("bytes of %s", page).isLessThan(5_000_000);
        try (Tab tab = chromium.open(page)) {
            assertThat(tab.evaluate("performance.getEntriesByType('resource').length")
                            .asInt())
                    .as("requests of %s", page)
                    .isZero();
        }
    }

    @Test
    void tablesAreSortedWithTheKeyboard() {
        try (Tab tab = chromium.open(usual).unfold()) {
            String table = "document.querySelector('#costs table')";
            String head = table + ".tHead.rows[0].cells[2]";
            String values = "[..." + table + ".tBodies[0].rows].map(row => row.cells[2].dataset.key)";
            tab.evaluate(head + ".firstElementChild.focus()");
            tab.press("Enter");
            assertThat(tab.text(head + ".getAttribute('aria-sort')"))
                    .as("the shortest fit first")
                    .isEqualTo("ascending");
            List<Double> up = numbers(tab.texts(values));
            assertThat(up).isSorted().hasSize(7);
            tab.press(" ");
            assertThat(tab.text(head + ".getAttribute('aria-sort')")).isEqualTo("descending");
            assertThat(numbers(tab.texts(values)))
                    .isEqualTo(
                            up.stream().sorted((a, b) -> Double.compare(b, a)).toList());
        }
    }

    private static List<Double> numbers(List<String> texts) {
        return texts.stream().map(Double::parseDouble).toList();
    }

    @Test
    void canariesStayAtTheBottomHoweverRowsAreSorted() {
        try (Tab tab = chromium.open(usual).unfold()) {
            String last = "document.querySelector('#ranking .option:not(.unchosen) tbody').lastElementChild.className";
            assertThat(tab.text(last)).isEqualTo("reference");
            tab.click("#ranking .option:not(.unchosen) thead button");
            assertThat(tab.text(last)).isEqualTo("reference");
            tab.click("#ranking .option:not(.unchosen) thead button");
            assertThat(tab.text(last)).isEqualTo("reference");
        }
    }

    @Test
    void oneProtocolIsChosenAndTheOthersComeBackOnPaper() {
        try (Tab tab = chromium.open(usual).unfold()) {
            String shown = "[...document.querySelectorAll('#ranking .option, #scores .option')]"
                    + ".filter(e => e.getClientRects().length).map(e => e.dataset.name)";
            assertThat(tab.texts(shown))
                    .as("one choice for the page")
                    .containsExactly("New patients (DS1 → DS2)", "New patients (DS1 → DS2)");
            choose(tab, "patients-fold");
            assertThat(tab.texts(shown)).containsExactly("New patients (1 of 5 folds)", "New patients (1 of 5 folds)");
            choose(tab, "copies");
            assertThat(tab.texts(shown))
                    .containsExactly("With copies of the test beats", "With copies of the test beats");
            tab.look("print");
            assertThat(tab.texts(shown))
                    .containsExactly(
                            "New patients (DS1 → DS2)",
                            "New patients (1 of 5 folds)",
                            "Same patients",
                            "With copies of the test beats",
                            "New patients (DS1 → DS2)",
                            "New patients (1 of 5 folds)",
                            "Same patients",
                            "With copies of the test beats");
        }
    }

    private static void choose(Tab tab, String protocol) {
        tab.evaluate("(() => { const select = document.querySelector('.switch select'); select.value = '" + protocol
                + "'; select.dispatchEvent(new Event('change')); })()");
    }

    @Test
    void theAddressKeepsTheProtocol() {
        try (Tab tab = chromium.open(usual)) {
            choose(tab, "beats");
            assertThat(tab.text("location.search")).isEqualTo("?protocol=beats");
        }
    }

    @Test
    void particularsAreFoldedUntilALinkLeadsThere() {
        try (Tab tab = chromium.open(usual)) {
            String open = "document.querySelectorAll('.folded > details[open]').length";
            assertThat(tab.evaluate(open).asInt()).isZero();
            tab.evaluate("document.querySelector('.contents a[href=\"#audit\"]').click()");
            assertThat(tab.text("new Promise(done => setTimeout(() => done("
                            + "document.querySelector('.folded > details[open]').parentNode.id), 100))"))
                    .isEqualTo("audit");
            tab.click("#open-all");
            assertThat(tab.evaluate(open + " === document.querySelectorAll('.folded').length")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** What everybody reads is short, and no table of it is broader than can be read. */
    @ParameterizedTest
    @CsvSource({"1440, 7", "768, 5", "390, 3"})
    void theFirstStoreyIsAtMostSoLong(int width, int columns) {
        try (Tab tab = chromium.open(usual).resize(width, 900)) {
            assertThat(tab.evaluate("document.querySelector('main').innerText.split(/\\s+/).length")
                            .asInt())
                    .as("words")
                    .isLessThan(1_500);
            if (width == 1440) {
                assertThat(tab.evaluate("document.querySelector('.particulars').getBoundingClientRect().top / 900")
                                .asDouble())
                        .as("screens")
                        .isLessThan(6.2);
            }
            assertThat(tab.evaluate("Math.max(...[...document.querySelectorAll('.sortable')].map(table =>"
                                    + " [...table.tHead.rows[0].cells].filter(e => e.getClientRects().length).length))")
                            .asInt())
                    .as("columns")
                    .isLessThanOrEqualTo(columns);
        }
    }

    /** Also where two warnings stand before it: how good on new people, and who is best for ventricular beats. */
    @Test
    void whatIsAskedFirstStandsOnTheFirstScreen() {
        try (Tab tab = chromium.open(usual).resize(1440, 900)) {
            assertThat(tab.texts("[...document.querySelectorAll('#verdict dt')].filter(e =>"
                            + " e.parentNode.getBoundingClientRect().bottom <= 900).map(e => e.textContent)"))
                    .contains("New people", "To find ventricular beats (V)");
        }
    }

    @Test
    void wordsOpenTheirMeaningByTapAndByKeyboardAndAllStandOnPaper() {
        try (Tab tab = chromium.open(usual).resize(390, 900)) {
            String open = "document.getElementById('glossary').matches(':popover-open')";
            String shown = "[...document.querySelectorAll('#glossary dt')].filter(e => e.getClientRects().length)"
                    + ".map(e => e.textContent)";
            assertThat(tab.texts(shown)).isEmpty();
            tab.click("#verdict .term");
            assertThat(tab.texts(shown)).as("one word").hasSize(1);
            tab.press("Escape");
            assertThat(tab.evaluate(open).asBoolean()).isFalse();
            tab.click(".controls [popovertarget]");
            assertThat(tab.texts(shown)).as("all words").hasSizeGreaterThan(15);
            tab.press("Escape");
            tab.evaluate("document.querySelector('#verdict .term').focus()");
            tab.press("Enter");
            assertThat(tab.evaluate(open).asBoolean()).as("by keyboard").isTrue();
            tab.press("Escape");
            tab.look("print");
            assertThat(tab.texts(shown)).as("on paper").hasSizeGreaterThan(15);
        }
    }

    @Test
    void filesThatCameWithThePageAreSavedAsTheyWere() {
        String csv = "a,b\nx,\"<i>1</i> & more\"\nx,\"<i>2</i>\"\n";
        Path page = new HtmlRenderer(List.of(), Map.of("results.csv", csv))
                .render(SampleReport.small(), folder.resolve("enclosed"));
        try (Tab tab = chromium.open(page)) {
            tab.evaluate("URL.createObjectURL = blob => { window.saved = blob; return '#saved'; };"
                    + " HTMLAnchorElement.prototype.click = function () { window.file = this.download; }; 0");
            tab.click(".save");
            assertThat(tab.text("window.saved.text()")).isEqualTo(csv);
            assertThat(tab.text("window.file")).isEqualTo("results.csv");
        }
    }

    @Test
    void aDrawingIsSavedFromThePageAlone() {
        try (Tab tab = chromium.open(usual)) {
            tab.evaluate("URL.createObjectURL = blob => { window.saved = blob; return '#saved'; };"
                    + " HTMLAnchorElement.prototype.click = function () { window.file = this.download; }; 0");
            tab.click("figure .draw");
            String svg = tab.text("window.saved.text()");
            assertThat(svg).startsWith("<svg").contains("<title>").doesNotContain("var(--", "class=");
            assertThat(tab.text("window.file")).endsWith(".svg");
            assertThat(tab.text(
                            "window.saved.text().then(text => new DOMParser().parseFromString(text, 'image/svg+xml')"
                                    + ".querySelector('parsererror')?.textContent ?? 'well-formed')"))
                    .isEqualTo("well-formed");
        }
    }

    @Test
    void theListOfExperimentsIsNeatWhateverTheyAreCalled() throws IOException {
        String name = "an-experiment-with-a-name-without-end".repeat(4);
        Path page = Files.writeString(
                Files.createDirectories(folder.resolve("results")).resolve("index.html"),
                ResultsPage.of(List.of(
                        new ResultsPage.Entry(
                                name, name + "/report/report.html", name, "A is best.", List.of("1 of 2 trials"), ""),
                        new ResultsPage.Entry("broken", "", "", "", List.of(), "it cannot be read: " + name))));
        try (Tab tab = chromium.open(page)) {
            for (int width : new int[] {1440, 768, 390}) {
                assertThat(layout(tab.resize(width, 900))).as("at " + width).isEmpty();
            }
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void columnsThatAreNotShownAreOneClickAway() {
        try (Tab tab = chromium.open(usual).resize(390, 900)) {
            String shown = "[...document.querySelector('#ranking .option:not(.unchosen) thead').rows[0].cells]"
                    + ".filter(e => e.getClientRects().length).length";
            assertThat(tab.evaluate(shown).asInt()).isEqualTo(3);
            assertThat(tab.text("document.querySelector('#ranking .option:not(.unchosen) .more').textContent"))
                    .isEqualTo("3 more columns");
            tab.click("#ranking .option:not(.unchosen) .more");
            assertThat(tab.evaluate(shown).asInt()).isEqualTo(6);
        }
    }

    @Test
    void tablesAreCopiedAsText() {
        try (Tab tab = chromium.open(usual)) {
            tab.evaluate("document.execCommand = () => { window.copied = document.activeElement.value; return true; };"
                    + "Object.defineProperty(navigator, 'clipboard', { value: { writeText: text => {"
                    + " window.copied = text; return Promise.resolve(); } } }); 0");
            for (String kind : List.of("CSV", "Markdown", "LaTeX")) {
                String start =
                        switch (kind) {
                            case "CSV" -> "Person,Classes,";
                            case "Markdown" -> "| Person | Classes |";
                            default -> "\\begin{tabular}{ll";
                        };
                assertThat(tab.text("(() => { const copy = document.querySelector('#for-whom select'); copy.value = '"
                                + kind + "'; copy.dispatchEvent(new Event('change'));"
                                + " return new Promise(done => setTimeout(() => done(window.copied), 50)); })()"))
                        .startsWith(start);
            }
        }
    }

    @Test
    void aClassifierIsLitWhereverItStandsAndItsNameLeadsToItsCard() {
        try (Tab tab = chromium.open(usual).resize(1440, 900)) {
            tab.point("#ranking .option:not(.unchosen) tbody tr th", false);
            assertThat(tab.evaluate("document.querySelectorAll('tr.lit').length")
                            .asInt())
                    .isGreaterThan(3);
            tab.click("#ranking .option:not(.unchosen) tbody tr th a");
            assertThat(tab.text("new Promise(done => setTimeout(() => done(location.hash), 50))"))
                    .startsWith("#model-");
            assertThat(tab.evaluate("document.querySelector('#model-cards details').open")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void rowsAreRankedByAnyMeritAndItStaysChosenUnderAnotherProtocol() {
        try (Tab tab = chromium.open(usual).unfold()) {
            String chosen = "document.querySelector('#scores .option:not(.unchosen) thead').rows[0].cells[1]";
            assertThat(tab.text(chosen + ".textContent")).isEqualTo("Macro-F1");
            tab.evaluate("(() => { const rank = document.querySelector('#scores .rank select'); rank.value = 'ECE';"
                    + " rank.dispatchEvent(new Event('change')); })()");
            assertThat(tab.text(chosen + ".textContent")).isEqualTo("ECE");
            assertThat(tab.text(chosen + ".getAttribute('aria-sort')")).isEqualTo("ascending");
            choose(tab, "copies");
            assertThat(tab.text(chosen + ".textContent")).isEqualTo("ECE");
            tab.evaluate(
                    "(() => { const rank = document.querySelector('#scores .rank select'); rank.value = 'Accuracy';"
                            + " rank.dispatchEvent(new Event('change')); })()");
            assertThat(tab.texts("[...document.querySelector('#scores .option:not(.unchosen) thead').rows[0].cells]"
                            + ".map(e => e.textContent)"))
                    .as("the others keep their order")
                    .startsWith("Classifier", "Accuracy", "Macro-F1", "Majority rate", "Se N");
            assertThat(numbers(tab.texts("[...document.querySelectorAll("
                                    + "'#scores .option:not(.unchosen) .table:first-of-type tbody tr:not(.reference)')]"
                                    + ".map(row => row.cells[1].dataset.key)"))
                            .stream()
                            .map(value -> -value)
                            .toList())
                    .isSorted();
        }
    }

    @Test
    void longTablesAreFiltered() {
        try (Tab tab = chromium.open(usual).unfold()) {
            String rows =
                    "[...document.querySelectorAll('#scores .option:not(.unchosen) .table:nth-of-type(2) tbody tr')].filter(e => e.getClientRects().length)"
                            + ".map(e => e.cells[1].textContent)";
            assertThat(tab.texts(rows)).hasSize(28);
            tab.evaluate(
                    "document.querySelector('#scores .option:not(.unchosen) .table:nth-of-type(2) .filter').focus()");
            tab.write("knn 5 v");
            assertThat(tab.texts(rows)).containsExactly("V");
            assertThat(
                            tab.text(
                                    "document.querySelector('#scores .option:not(.unchosen) .table:nth-of-type(2) .found').textContent"))
                    .isEqualTo("1 of 28 rows");
            tab.look("print");
            assertThat(tab.texts(rows)).as("on paper").hasSize(28);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void valuesOfDrawingsAreReadWithTheArrowKeys(int width) {
        try (Tab tab = chromium.open(usual).unfold().resize(width, 900)) {
            String tip = "document.querySelector('.tip').textContent";
            String chart = "[...document.querySelectorAll('#ladder .chart')].find(e => e.getClientRects().length)";
            assertThat(tab.text(chart + ".getAttribute('aria-label')")).endsWith("32 values, read with the arrow keys");
            tab.evaluate(chart + ".focus()");
            tab.press("ArrowRight");
            String first = tab.text(tip);
            assertThat(first)
                    .matches(
                            "Gated recurrent unit 0, with copies of the test beats: 0\\.\\d{3} \\[0\\.\\d{3}–0\\.\\d{3}]");
            tab.press("ArrowRight");
            assertThat(tab.text(tip)).startsWith("Gated recurrent unit 0, same patients: ");
            tab.press("ArrowLeft");
            assertThat(tab.text(tip)).isEqualTo(first);
            tab.press("End");
            assertThat(tab.text(tip)).contains("DS1 → DS2");
            assertThat(tab.evaluate("(() => { const box = document.querySelector('.tip').getBoundingClientRect();"
                                    + " return box.left >= 0 && box.right <= innerWidth && box.top >= 0"
                                    + " && box.bottom <= innerHeight; })()")
                            .asBoolean())
                    .as("the tip is seen")
                    .isTrue();
            tab.press("Escape");
            assertThat(tab.text(tip)).isEmpty();
        }
    }

    @Test
    void valuesOfDrawingsAreReadWithThePointer() {
        try (Tab tab = chromium.open(usual).unfold().resize(1440, 900)) {
            tab.point("#ladder .view-wide .dot", false);
            assertThat(tab.text("document.querySelector('.tip').textContent")).contains(": 0.");
            tab.point("h1", false);
            assertThat(tab.text("document.querySelector('.tip').textContent")).isEmpty();
        }
    }

    @Test
    void headersSayWhatTheyMeanToTheKeyboardToo() {
        try (Tab tab = chromium.open(usual).unfold().resize(1440, 900)) {
            tab.press("Tab");
            tab.evaluate("document.querySelectorAll('#ranking .option thead button')[1].focus()");
            assertThat(tab.text("document.querySelector('.tip').textContent")).startsWith("The mean, over the classes");
        }
    }

    @Test
    void theKeyboardReachesEverythingAndIsSeenToDoSo() {
        try (Tab tab = chromium.open(usual).unfold().resize(1440, 900)) {
            tab.press("Tab");
            assertThat(tab.text("document.activeElement.className")).isEqualTo("skip");
            assertThat(tab.evaluate("document.activeElement.getBoundingClientRect().left")
                            .asDouble())
                    .isNotNegative();
            for (int stop = 0; stop < 60; stop++) {
                tab.press("Tab");
                assertThat(tab.evaluate("(() => { const at = document.activeElement, seen = [at, at.nextElementSibling]"
                                        + ".filter(Boolean).map(e => getComputedStyle(e).outlineStyle);"
                                        + " return at !== document.body && seen.some(style => style !== 'none'); })()")
                                .asBoolean())
                        .as("stop " + stop + ": " + tab.text("document.activeElement.outerHTML.slice(0, 120)"))
                        .isTrue();
            }
        }
    }

    @Test
    void theThemeIsChosenAndForgotten() {
        try (Tab tab = chromium.open(sample).look("dark")) {
            String paper = "getComputedStyle(document.body).backgroundColor";
            String dark = tab.text(paper);
            assertThat(tab.text("document.getElementById('theme').textContent")).isEqualTo("Light");
            tab.click("#theme");
            String light = tab.text(paper);
            assertThat(light).isNotEqualTo(dark);
            tab.load(sample.toUri());
            assertThat(tab.text(paper)).isEqualTo(dark);
            tab.look("print");
            assertThat(tab.text(paper)).isEqualTo("rgb(255, 255, 255)");
        }
    }

    @Test
    void paperIsLightWhateverTheTheme() {
        try (Tab tab = chromium.open(sample).look("light")) {
            tab.click("#theme");
            tab.look("print");
            assertThat(tab.text("getComputedStyle(document.body).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(tab.text("getComputedStyle(document.documentElement).getPropertyValue('--class-0')"))
                    .isEqualTo("#1b77c2");
            assertThat(tab.texts("[...document.querySelectorAll('button:not(.term), input, select, nav, .files')]"
                            + ".filter(e => e.getClientRects().length && !e.closest('thead')).map(e => e.outerHTML)"))
                    .as("no controls on paper")
                    .isEmpty();
        }
    }

    @Test
    void tablesThatAreBroaderThanPaperArePrintedInPartsAndInTheOrderThatWasChosen() {
        Path broad = page("broad", StressRuns.report(4, 20, 1, Oddity.NONE));
        try (Tab tab = chromium.open(broad).unfold()) {
            String seen = "[...document.querySelectorAll('.vast table')].filter(e => e.getClientRects().length)"
                    + ".map(e => e.caption.textContent)";
            String names = "[...document.querySelectorAll('.vast table')].filter(e => e.getClientRects().length)"
                    + ".map(e => [...e.tBodies[0].rows].map(row => row.cells[0].textContent).join())";
            assertThat(tab.texts(seen)).singleElement().asString().startsWith("Areas under the curves");
            tab.click(".vast table:not(.part) thead th:nth-child(3) button");
            tab.click(".vast table:not(.part) thead th:nth-child(3) button");
            String order = tab.texts(names).get(0);
            tab.look("print");
            assertThat(tab.texts(seen))
                    .containsExactly("Columns 2 to 15 of 41", "Columns 16 to 29 of 41", "Columns 30 to 41 of 41");
            assertThat(tab.texts(names)).hasSize(3).containsOnly(order);
            assertThat(tab.texts(
                            "[...document.querySelectorAll('thead button')].map(e => getComputedStyle(e).display)"))
                    .as("a head with a box of its own in it is not repeated on the next page")
                    .containsOnly("contents");
        }
    }

    @Test
    void everyLinkWithinThePageLeadsSomewhere() {
        try (Tab tab = chromium.open(usual).unfold()) {
            assertThat(tab.texts("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))"
                            + ".filter(id => !document.getElementById(id))"))
                    .isEmpty();
            assertThat(tab.texts("[...document.querySelectorAll('[id]')].map(e => e.id)"))
                    .doesNotHaveDuplicates();
            String hidden = tab.text("document.querySelector('#ranking .unchosen .table').id");
            tab.evaluate("location.hash = '" + hidden + "'");
            assertThat(tab.evaluate("new Promise(done => setTimeout(() => done(" + "document.getElementById('" + hidden
                                    + "').getClientRects().length), 100))")
                            .asInt())
                    .as("a link to a table that is not chosen chooses it")
                    .isPositive();
        }
    }

    @Test
    void everythingIsReadableWithoutScript() throws IOException {
        String html = Files.readString(usual);
        Path plain = Files.writeString(
                Files.createDirectories(folder.resolve("plain")).resolve("report.html"),
                html.replaceFirst("(?s)<script>.*?</script>", ""));
        try (Tab tab = chromium.open(plain).resize(1440, 900)) {
            assertThat(tab.texts("[...document.querySelectorAll('#ranking .option')]"
                            + ".filter(e => e.getClientRects().length).map(e => e.dataset.name)"))
                    .hasSize(4);
            assertThat(tab.evaluate("document.querySelectorAll('#ladder .view-wide title').length")
                            .asInt())
                    .as("tips of the browser's own")
                    .isEqualTo(32);
            assertThat(layout(tab)).isEmpty();
        }
    }
}
