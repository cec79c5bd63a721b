package org.beatbench.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Screen;
import org.beatbench.app.shell.Terminal;
import org.beatbench.files.Aside;
import org.beatbench.harness.Deserialization;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts Beatbench and turns what comes back into an exit code. */
public final class Main {

    /** Set by the script that starts the program, for commands that only look and are to be over at once. */
    private static final String LOOKS = "beatbench.looks";

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Deserialization.refuse();
        // UTF-8 whatever the locale says, so that what a program reads is always the same.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // What a library prints must not get into what programs read.
        System.setOut(System.err);
        Screen screen = new Screen(Terminal.ofSystem(), err);
        screen.interrupt().listen();
        if (!Boolean.getBoolean(LOOKS)) {
            Aside.sweepTemporary();
        }
        int exitCode =
                execute(commandLine(screen, BuildInfo.program(), arguments).setOut(out), arguments);
        screen.interrupt().ended();
        System.exit(exitCode);
    }

    /** Runs a command; returns its exit code. */
    static int execute(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError e) {
            PrintWriter err = commandLine.getErr();
            err.println("error: out of memory (" + e.getMessage() + "); Java may use "
                    + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
            err.println("hint:  look for a file that is larger than it should be; or give Java more memory, such as "
                    + "BEATBENCH_JAVA_OPTIONS=-Xmx8g");
            return ExitCode.FAILURE;
        }
    }

    /**
     * The command line, as far as it takes to understand what was typed.
     *
     * @param program how the user typed the name of this program
     */
    static CommandLine commandLine(Screen screen, String program, String... typed) {
        return answering(Beatbench.of(screen, typed), program)
                .setCommandName(program)
                .setErr(screen.err())
                .setColorScheme(Help.defaultColorScheme(screen.terminal().colour() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Main::run);
    }

    /** A command whose problems are answered in words. */
    static CommandLine answering(CommandLine command, String program) {
        Problems problems = new Problems(program);
        return command.setParameterExceptionHandler((problem, typed) -> problems.answer(problem))
                .setExecutionExceptionHandler((problem, failed, parsed) -> problems.answer(problem, failed));
    }

    /** Who asks for the help of a command that there is not is not helped by that of another. */
    private static int run(ParseResult parsed) {
        if (!parsed.hasSubcommand() && !parsed.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), parsed.unmatched());
        }
        return new RunLast().execute(parsed);
    }
}
