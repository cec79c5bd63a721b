package org.beatbench.reports.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A Chromium without a window, told what to do over its DevTools protocol. The JDK speaks all that takes, so there is no driver
 * to be downloaded for every system (as Playwright's) or to be kept at the version of the browser (as Selenium's).
 */
public final class Chromium implements AutoCloseable {

    /** Names the program; where it is set, tests fail instead of being skipped if there is none. */
    static final String VARIABLE = "BEATBENCH_CHROMIUM";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Chromium(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** Starts the browser, or skips the test if there is none. */
    public static Chromium startOrSkip() {
        Optional<Path> program = find();
        assumeTrue(
                program.isPresent(),
                "no Chromium on the PATH (apt-get install chromium), nor named by " + VARIABLE
                        + ": the pages were not looked at in a browser");
        try {
            return start(program.orElseThrow());
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot start " + program.get(), problem);
        }
    }

    private static Optional<Path> find() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return NAMES.stream()
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Chromium start(Path program) throws IOException {
        Path profile = Files.createTempDirectory("beatbench-chromium");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--lang=en-US",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("it ended at once");
        }
        drain(output);
        return new Chromium(process, profile, DevTools.connect(URI.create(line.substring(LISTENING.length()))));
    }

    /** Reads on, so that the browser never waits for somebody to do so. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "chromium output");
        reader.setDaemon(true);
        reader.start();
    }

    /** A new tab that shows a page, without any network. */
    Tab open(Path page) {
        return tab().load(page.toUri());
    }

    /** A new tab that shows the page of a server. */
    public Tab open(URI page) {
        return tab().online().load(page);
    }

    private Tab tab() {
        String target = tools.call("", "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asString();
        JsonNode session = tools.call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true));
        return new Tab(tools, target, session.path("sessionId").asString());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException left) {
            // It is a folder for temporary files: what a dying process still writes there does no harm.
            return;
        }
    }
}
