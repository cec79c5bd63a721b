package org.beatbench.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.beatbench.api.UserError;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.files.Aside;
import org.beatbench.harness.Deserialization;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts Beatbench and turns what comes back into an exit code. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Deserialization.refuse();
        // UTF-8 whatever the locale says, so that what a program reads is always the same.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Aside.sweepTemporary();
        System.exit(execute(commandLine().setOut(out).setErr(err), arguments));
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

    /** The whole command line; a test gives it other writers. */
    static CommandLine commandLine() {
        return new CommandLine(new Beatbench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((problem, arguments) -> answer(problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> answer(problem, command));
    }

    /** Wrong usage: what is wrong and where to read on, instead of a page of usage that pushes it off the screen. */
    private static int answer(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("error: " + String.valueOf(problem.getMessage()).replace("option option", "option"));
        if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
            err.println("hint:  " + command.getCommandSpec().qualifiedName() + " --help shows the usage");
        }
        return ExitCode.BAD_INPUT;
    }

    private static int answer(Exception problem, CommandLine command) {
        PrintWriter err = command.getErr();
        if (problem instanceof UserError error) {
            err.println("error: " + error.getMessage());
            err.println("hint:  " + error.hint());
            return ExitCode.BAD_INPUT;
        }
        if (problem instanceof IOException || problem instanceof UncheckedIOException) {
            IOException cause = problem instanceof UncheckedIOException e
                    ? Objects.requireNonNull(e.getCause())
                    : (IOException) problem;
            err.println("error: " + text(cause));
            err.println("hint:  check that the file exists, that you may use it, and that the disk is not full");
            return ExitCode.BAD_INPUT;
        }
        if (problem instanceof InvalidPathException path) {
            err.println("error: not the path of a file: " + path.getMessage());
            err.println("hint:  names beyond ASCII need a locale with UTF-8, such as LC_ALL=C.UTF-8");
            return ExitCode.BAD_INPUT;
        }
        err.println("beatbench failed; this is a fault of the program and not of yours:");
        problem.printStackTrace(err);
        return ExitCode.FAILURE;
    }

    private static String text(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is no " + problem.getMessage();
        }
        if (problem instanceof AccessDeniedException) {
            return "no permission for " + problem.getMessage();
        }
        if (problem instanceof FileAlreadyExistsException) {
            return "there is already a file " + problem.getMessage();
        }
        return String.valueOf(problem.getMessage());
    }
}
