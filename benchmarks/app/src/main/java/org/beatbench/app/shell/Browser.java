package org.beatbench.app.shell;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program with which the system opens a page, called as its desktop would.
 *
 * @param command to which the address is added; none where there is nobody to look at a page
 */
public record Browser(List<String> command) {

    /** A program that ends sooner says with its exit code whether it found a browser; one that does not is the browser. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    public Browser {
        command = List.copyOf(command);
    }

    public static Browser ofSystem() {
        return of(System.getProperty("os.name", ""), System.getenv());
    }

    /** The browser of a system of this name, with these variables of the environment. */
    static Browser of(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new Browser(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        if (name.startsWith("mac")) {
            return new Browser(List.of("open"));
        }
        boolean isSeen = List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
                .anyMatch(display -> !environment.getOrDefault(display, "").isEmpty());
        return new Browser(isSeen ? List.of("xdg-open") : List.of());
    }

    /**
     * Opens a page.
     *
     * @return why it was not opened; empty if it was
     */
    public Optional<String> open(URI page) {
        if (command.isEmpty()) {
            return Optional.of("there is no display here");
        }
        List<String> call = new ArrayList<>(command);
        call.add(page.toString());
        try {
            Process process = new ProcessBuilder(call)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return ended && process.exitValue() != 0
                    ? Optional.of(command.get(0) + " found no browser (code " + process.exitValue() + ")")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(command.get(0) + " cannot be started");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
