package org.beatbench.app.shell;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person watches.
 *
 * @param out whether standard output is a terminal
 * @param err whether the error stream is one, on which a line may be drawn over and over
 * @param colour whether it shows colours, and its owner wants them
 */
public record Terminal(boolean out, boolean err, boolean colour) {

    /** Nobody watches: output goes to files, pipes or tests. */
    public static final Terminal NONE = new Terminal(false, false, false);

    /** Set by the scripts that start the program, which can ask for each stream what Java cannot: its number, if it is one. */
    private static final String TOLD = "beatbench.terminals";

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    /** That of this process. */
    public static Terminal ofSystem() {
        return of(System.getProperty(TOLD), isConsole(), System.getProperty("os.name", ""), System.getenv());
    }

    /**
     * A terminal as others see it.
     *
     * @param told numbers of the streams that are terminals, such as {@code 12}; null if nobody says
     * @param console whether Java thinks that there is one, which counts where nobody says
     */
    static Terminal of(@Nullable String told, boolean console, String system, Map<String, String> environment) {
        boolean out = told == null ? console : told.contains("1");
        boolean err = told == null ? console : told.contains("2");
        String kind = environment.getOrDefault("TERM", "");
        boolean isWindows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        boolean understands = isWindows
                ? environment.containsKey("WT_SESSION") || environment.containsKey("ANSICON") || !kind.isEmpty()
                : !kind.isEmpty();
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean isDumb = kind.equals("dumb");
        return new Terminal(out, err && !isDumb, (out || err) && understands && !isDumb && !unwanted);
    }

    @SuppressWarnings("SystemConsoleNull") // Not the only thing that is asked.
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console even when output is piped; this method tells.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** How many letters a line of it has now; people make it wider and narrower. Asks another program, which takes milliseconds. */
    static int width() {
        File device = new File("/dev/tty");
        if (!device.exists()) {
            return USUAL_WIDTH;
        }
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(device)
                    .redirectError(Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            if (!process.waitFor(1, TimeUnit.SECONDS) || !answer.matches("\\d{1,5} \\d{1,5}")) {
                return USUAL_WIDTH;
            }
            int width = Integer.parseInt(answer.substring(answer.indexOf(' ') + 1));
            return width < LEAST_WIDTH ? USUAL_WIDTH : width;
        } catch (IOException e) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}
