package org.beatbench.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command printed, and how it ended. */
public record Cli(int exitCode, String out, String err) {

    /** Runs a command as a user would type it. */
    public static Cli run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.execute(
                Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)), arguments);
        return new Cli(exitCode, out.toString(), err.toString());
    }
}
