package org.beatbench.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.beatbench.app.shell.Screen;
import org.beatbench.app.shell.Terminal;
import picocli.CommandLine;

/** What a command printed, and how it ended. */
public record Cli(int exitCode, String out, String err) {

    /** Runs a command as a user would type it. */
    public static Cli run(String... arguments) {
        return typed("beatbench", Terminal.NONE, arguments);
    }

    /**
     * Runs a command of a program that is called otherwise.
     *
     * @param program how the user typed its name
     */
    public static Cli typed(String program, Terminal terminal, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Screen screen = new Screen(terminal, new PrintWriter(err, true));
        int exitCode = Main.execute(
                Main.commandLine(screen, program, arguments).setOut(new PrintWriter(out, true)), arguments);
        return new Cli(exitCode, out.toString(), err.toString());
    }

    /** Runs a command that is none of the program's. */
    static Cli of(Object command) {
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.answering(new CommandLine(command), "beatbench").setErr(new PrintWriter(err, true));
        return new Cli(Main.execute(commandLine), "", err.toString());
    }
}
