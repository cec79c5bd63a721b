package org.beatbench.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.beatbench.api.UserError;
import picocli.CommandLine;

/** Starts Beatbench and turns what comes back into an exit code. */
public final class Main {

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // UTF-8 whatever the locale says, so that what a program reads is always the same.
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(commandLine().setOut(out).setErr(err).execute(arguments));
    }

    /** The whole command line; a test gives it other writers. */
    static CommandLine commandLine() {
        return new CommandLine(new Beatbench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> answer(problem, command));
    }

    private static int answer(Exception problem, CommandLine command) {
        PrintWriter err = command.getErr();
        if (problem instanceof UserError error) {
            err.println("error: " + error.getMessage());
            err.println("hint:  " + error.hint());
            return ExitCode.BAD_INPUT;
        }
        if (problem instanceof IOException || problem instanceof UncheckedIOException) {
            IOException cause = problem instanceof UncheckedIOException e ? e.getCause() : (IOException) problem;
            err.println("error: " + text(cause));
            err.println("hint:  check that the file exists, that you may use it, and that the disk is not full");
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
