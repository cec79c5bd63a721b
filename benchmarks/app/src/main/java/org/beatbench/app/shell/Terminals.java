package org.beatbench.app.shell;

import java.io.Console;

/** Whether a person watches. */
public final class Terminals {

    private Terminals() {}

    /** Whether standard output is a terminal, on which a progress bar can be drawn. */
    @SuppressWarnings("SystemConsoleNull") // Not the only thing that is asked.
    public static boolean isInteractive() {
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
}
