package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.beatbench.reports.browser.Chromium;
import org.beatbench.reports.browser.Tab;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The page that the server serves, as somebody uses it who has a recording. */
@Tag("slow")
class ServedPageTest {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Process process;
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.startOrSkip();
        Path model = SyntheticTree.train(folder);
        process = NewProcess.of("serve", model.toString(), "twin=" + model, "--port", "0", "--json")
                .redirectError(folder.resolve("errors").toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        address = URI.create(
                JsonMapper.shared().readTree(out.readLine()).path("address").asString());
    }

    @AfterAll
    static void stop() throws Exception {
        if (process != null) {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static void await(Tab tab, String condition) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!tab.evaluate(condition).asBoolean(false)) {
            assertThat(System.nanoTime())
                    .as(condition + ": " + tab.text("document.body.innerText"))
                    .isLessThan(end);
            Thread.sleep(100);
        }
    }

    @Test
    void answersARecordingByTwoModelsAndDeletesIt() throws Exception {
        try (Tab tab = chromium.open(address)) {
            await(tab, "document.getElementById('example').options.length === 4");
            tab.evaluate("document.getElementById('example').value = 'synthetic-1.csv'");
            tab.click("input[value=twin]");
            tab.click("#go");
            await(tab, "!document.getElementById('results').hidden");

            assertThat(tab.texts("[...document.querySelectorAll('.answer h3')].map(h => h.textContent)"))
                    .hasSize(2)
                    .allMatch(text -> text.matches("(tree|twin): \\d+ beats"));
            // Each file that is offered is there.
            assertThat(tab.evaluate(
                                    "Promise.all([...document.querySelectorAll('.files a')].map(a => fetch(a.href).then(r => r.status))).then(all => all.join())")
                            .asString())
                    .isEqualTo("200,200,200,200,200,200,200,200,200,200");
            String place = tab.text("document.querySelector('iframe').src");
            try (Tab page = chromium.open(URI.create(place)).resize(390, 800).look("dark")) {
                await(page, "document.querySelectorAll('svg, canvas').length > 0");
                assertThat(page.complaints()).isEmpty();
                assertThat(page.requests()).allMatch(url -> url.startsWith("data:") || url.startsWith("blob:"));
            }
            for (String look : new String[] {"light", "dark", "print"}) {
                for (int width : new int[] {1440, 390, 320}) {
                    tab.resize(width, 900).look(look);
                    assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
                                    .asBoolean())
                            .as(look + " at " + width)
                            .isTrue();
                }
            }
            tab.look("light").click("#delete");
            await(tab, "document.getElementById('status').textContent === 'Deleted.'");
            assertThat(tab.evaluate("fetch('" + place + "').then(r => r.status)")
                            .asInt())
                    .isEqualTo(404);
            assertThat(tab.requests()).allMatch(url -> url.startsWith(address.toString()) || url.startsWith("data:"));
            // The browser itself tells of the answer 404, which was asked for.
            assertThat(tab.complaints()).allMatch(text -> text.contains("404"));
        }
        assertThat(Files.readString(folder.resolve("errors"))).isEmpty();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        try (Tab tab = chromium.open(address)) {
            await(tab, "document.getElementById('example').options.length === 4");
            tab.click("#go");
            await(tab, "!document.getElementById('problem').hidden");
            assertThat(tab.text("document.getElementById('problem').textContent"))
                    .isEqualTo("Choose a recording first.");
        }
    }
}
