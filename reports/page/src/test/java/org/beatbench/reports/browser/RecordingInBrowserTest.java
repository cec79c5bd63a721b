package org.beatbench.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.reports.recording.AnsweredRecording;
import org.beatbench.reports.recording.RecordingPage;
import org.beatbench.reports.recording.Recordings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a recording as a reader has it before the eyes and under the fingers. */
class RecordingInBrowserTest {

    private static final double MM = 96 / 25.4;
    private static final double DAY = 86_400;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Path usual;
    private static Path hostile;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.startOrSkip();
        usual = page("usual", Recordings.of(400));
        hostile = page("hostile", Recordings.hostile());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Path page(String name, AnsweredRecording recording) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".html"), RecordingPage.of(recording).html());
    }

    private static String resource(String name) throws IOException {
        try (InputStream input = RecordingInBrowserTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Waits for the next frame, in which what was asked for is drawn. */
    private static void drawn(Tab tab) {
        tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))");
    }

    private static double from(Tab tab) {
        drawn(tab);
        return Double.parseDouble(tab.text("document.getElementById('rhythm').dataset.from"));
    }

    private static double number(Tab tab, String expression) {
        return tab.evaluate(expression).asDouble();
    }

    @ParameterizedTest
    @CsvSource({"1440, light", "768, dark", "390, light", "390, dark", "320, light", "703, print"})
    void nothingIsCutOffOrLiesOnSomethingElse(int width, String look) throws IOException {
        for (Path page : new Path[] {usual, hostile, page("none", Recordings.ofBeats(0))}) {
            try (Tab tab = chromium.open(page).resize(width, 900).look(look)) {
                if (!look.equals("print")) {
                    tab.evaluate("document.getElementById('after').click()");
                    drawn(tab);
                }
                assertThat(tab.texts(resource("org/beatbench/reports/browser/page-check.js")))
                        .as("%s at %d, %s", page, width, look)
                        .isEmpty();
                assertThat(tab.complaints()).isEmpty();
                assertThat(tab.requests()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"12.5, 5", "25, 10", "50, 20"})
    void millimetresAreMillimetres(double speed, double gain) {
        try (Tab tab = chromium.open(usual).resize(1440, 900)) {
            tab.evaluate("for (const [id, value] of [['speed', '" + (speed == 12.5 ? "12.5" : (int) speed)
                    + "'], ['gain', '" + (int) gain
                    + "']]) { const one = document.getElementById(id); one.value = value; one.onchange(); }");
            drawn(tab);
            String pulse = "document.querySelector('#rhythm .calibration').getBBox()";
            assertThat(number(tab, pulse + ".height")).as("1 mV").isCloseTo(gain * MM, within(0.05));
            assertThat(number(tab, pulse + ".width")).as("200 ms").isCloseTo(speed / 5 * MM, within(0.05));
            assertThat(number(
                            tab,
                            "(() => { const svg = document.getElementById('rhythm');"
                                    + " return svg.viewBox.baseVal.width / svg.getBoundingClientRect().width; })()"))
                    .as("a unit of the strip is a pixel")
                    .isCloseTo(1, within(0.001));
            assertThat(number(
                            tab,
                            "(([a, b]) => b - a)([...document.querySelectorAll('#rhythm .beat')]"
                                    + ".map(tick => tick.getBoundingClientRect().left))"))
                    .as("0.8 s from the first beat to the next")
                    .isCloseTo(0.8 * speed * MM, within(0.1));
            assertThat(number(tab, "document.querySelector('#rhythm .trace').getBBox().height"))
                    .as("beats of 1 mV on a baseline that wanders, and those of 1.5 mV where they are in sight")
                    .isBetween(gain * MM, 1.8 * gain * MM);
            assertThat(number(
                            tab,
                            "(([a, b]) => b - a)(document.querySelector('#grid .bold').getAttribute('d')"
                                    + ".match(/M[0-9.]+/g).map(text => +text.slice(1)))"))
                    .as("bold lines are 5 mm apart")
                    .isCloseTo(5 * MM, within(0.01));
            assertThat(tab.text("document.getElementById('scale').textContent"))
                    .contains((speed == 12.5 ? "12.5" : (int) speed) + " mm/s, " + (int) gain + " mm/mV");
        }
    }

    @Test
    void stripsOnPaperAreToScale() {
        try (Tab tab = chromium.open(usual).resize(703, 900).look("print")) {
            String strip = "[...document.querySelectorAll('#strip-1 svg')].find(e => e.getClientRects().length)";
            assertThat(number(tab, strip + ".getBoundingClientRect().width")).isCloseTo(163 * MM, within(0.5));
            assertThat(number(tab, strip + ".getScreenCTM().a")).isCloseTo(1, within(0.002));
        }
    }

    @Test
    void aPointOfTheLorenzPlotLeadsToItsBeat() {
        try (Tab tab = chromium.open(usual).resize(1440, 900)) {
            assertThat(from(tab)).isZero();
            // The only place of early beats: 0.5 s before, 1.1 s after.
            tab.evaluate(
                    "(() => { const svg = [...document.querySelectorAll('#lorenz svg')].find(e => e.getClientRects().length);"
                            + " svg.scrollIntoView({ block: 'center', behavior: 'instant' });"
                            + " const at = (text, value) => { const [low, high, from, to] = text.split(' ').map(Number);"
                            + " return from + (value - low) / (high - low) * (to - from); };"
                            + " const box = svg.getBoundingClientRect(), unit = box.width / svg.viewBox.baseVal.width;"
                            + " svg.dispatchEvent(new MouseEvent('click', { bubbles: true,"
                            + " clientX: box.left + at(svg.dataset.x, .5) * unit, clientY: box.top + at(svg.dataset.y, 1.1) * unit })); })()");
            assertThat(tab.text("document.querySelector('#chosen h3').textContent"))
                    .startsWith("Beat 10 of ")
                    .endsWith("V, ventricular ectopic");
            assertThat(from(tab)).as("the strip moved to the beat").isGreaterThan(1);
            assertThat(tab.evaluate("document.querySelectorAll('#lorenz .ring').length")
                            .asInt())
                    .isPositive();
            tab.evaluate("document.querySelector('#lorenz .chart').focus()");
            tab.press("ArrowRight");
            assertThat(tab.text("document.querySelector('#chosen h3').textContent"))
                    .startsWith("Beat 11 of ");
        }
    }

    @Test
    void aRowOfFlaggedBeatsLeadsToItsBeat() {
        try (Tab tab = chromium.open(usual).resize(1440, 900)) {
            tab.evaluate("document.querySelector('#doubtful a[href^=\"#beat-\"]').focus()");
            tab.press("Enter");
            drawn(tab);
            assertThat(tab.text("document.getElementById('chosen').textContent"))
                    .contains("unsure: its class has a probability below 0.8.", "50.0 %", "Second: S", "RR before");
            assertThat(tab.text("document.activeElement.id")).isEqualTo("rhythm");
        }
    }

    @Test
    void movesByKeyboardAndPointer() {
        try (Tab tab = chromium.open(usual).resize(1440, 900)) {
            tab.evaluate("document.getElementById('rhythm').focus()");
            tab.press("ArrowRight");
            double one = from(tab);
            assertThat(one).isPositive();
            tab.press("End");
            assertThat(from(tab)).isGreaterThan(380);
            tab.press("Home");
            assertThat(from(tab)).isZero();
            tab.click("#overview");
            assertThat(from(tab)).as("the middle of 400 s").isBetween(185.0, 205.0);
            tab.click("#rhythm");
            assertThat(tab.text("document.querySelector('#chosen h3').textContent"))
                    .startsWith("Beat ");
        }
    }

    @Test
    void withoutAUnitNothingPretendsToBeAScale() {
        try (Tab tab = chromium.open(hostile)) {
            assertThat(tab.evaluate("document.querySelectorAll('#rhythm .calibration').length")
                            .asInt())
                    .isZero();
            assertThat(tab.text("document.getElementById('scale').textContent"))
                    .contains("25 mm/s, heights not to scale")
                    .doesNotContain("mm/mV");
            tab.evaluate(
                    "document.getElementById('kind').value = 'doubtful'; document.getElementById('after').click()");
            assertThat(tab.text("document.getElementById('chosen').textContent"))
                    .contains(Recordings.HOSTILE);
            assertThat(tab.evaluate("document.querySelectorAll('main script').length")
                            .asInt())
                    .as("the data of the viewer, and nothing that came from a file")
                    .isEqualTo(1);
        }
    }

    @Test
    void aDayIsSmallAndMoves() throws IOException {
        Path day = page("day", Recordings.of(DAY));
        assertThat(Files.size(day)).as("bytes").isLessThan(12_000_000);
        try (Tab tab = chromium.open(day).resize(1440, 900)) {
            tab.click("#overview");
            assertThat(from(tab)).isCloseTo(DAY / 2, within(DAY / 50));
            assertThat(tab.evaluate("document.querySelectorAll('#rhythm .band, #rhythm .trace').length")
                            .asInt())
                    .isPositive();
            tab.evaluate("location.hash = '#beat-60000'");
            assertThat(from(tab)).isCloseTo(60_000 * 0.8, within(10.0));
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axeFindsNothingSerious(String look) throws IOException {
        try (Tab tab = chromium.open(usual).resize(1440, 900).look(look)) {
            tab.evaluate("document.getElementById('after').click()");
            tab.evaluate(resource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js") + ";0");
            assertThat(
                            tab.texts(
                                    "axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations"
                                            + ".filter(one => ['serious', 'critical'].includes(one.impact))"
                                            + ".flatMap(one => one.nodes.slice(0, 5).map(node => one.id + ' ' + node.html.slice(0, 200))))"))
                    .isEmpty();
        }
    }
}
