package org.beatbench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.beatbench.api.CancelledException;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.DiskFull;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.plugins.PluginFailure;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, and what to do about it, in two lines. */
final class Problems {

    private final String program;

    /**
     * Problems of a program.
     *
     * @param program how the user typed its name
     */
    Problems(String program) {
        this.program = program;
    }

    /** Wrong usage: what is wrong and where to read on, instead of a page of usage that pushes it off the screen. */
    int answer(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(command, unmatched.getUnmatched());
        }
        return say(
                command,
                String.valueOf(problem.getMessage()).replace("option option", "option"),
                usageOf(command),
                ExitCode.BAD_INPUT);
    }

    private int unmatched(CommandLine command, List<String> words) {
        String first = words.get(0);
        if (first.startsWith("-")) {
            String name = first.replaceFirst("=.*", "");
            return say(
                    command,
                    "unknown option " + name,
                    meant(name, options(command))
                                    .map(option -> "did you mean " + option + "? ")
                                    .orElse("")
                            + usageOf(command),
                    ExitCode.BAD_INPUT);
        }
        if (command.getSubcommands().isEmpty()) {
            return say(command, "one word too many: " + String.join(" ", words), usageOf(command), ExitCode.BAD_INPUT);
        }
        return say(
                command,
                "unknown command " + first,
                meant(first, command.getSubcommands().keySet().stream().toList())
                                .map(name -> "did you mean " + program + " " + name + "? ")
                                .orElse("")
                        + usageOf(command),
                ExitCode.BAD_INPUT);
    }

    private static String usageOf(CommandLine command) {
        return command.getCommandSpec().qualifiedName() + " --help shows the usage";
    }

    private static List<String> options(CommandLine command) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            names.addAll(List.of(option.names()));
        }
        return names;
    }

    private static Optional<String> meant(String typed, List<String> known) {
        return DidYouMean.closest(
                        bare(typed), known.stream().map(Problems::bare).toList())
                .flatMap(name ->
                        known.stream().filter(one -> bare(one).equals(name)).findFirst());
    }

    /** Dashes, which all options have, would make them look alike. */
    private static String bare(String name) {
        return name.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
    }

    int answer(Exception problem, CommandLine command) {
        if (problem instanceof CancelledException) {
            return ExitCode.STOPPED;
        }
        if (problem instanceof PluginFailure failure && !failure.isBuiltIn()) {
            return plugin(failure, command);
        }
        if (DiskFull.is(problem)) {
            return say(
                    command,
                    "the disk is full: " + (problem instanceof UserError ? problem.getMessage() : text(io(problem))),
                    "make room and give the same command again; what was finished is kept",
                    ExitCode.FAILURE);
        }
        if (problem instanceof UserError error) {
            return say(command, String.valueOf(error.getMessage()), error.hint(), ExitCode.BAD_INPUT);
        }
        if (problem instanceof IOException || problem instanceof UncheckedIOException) {
            return say(
                    command,
                    text(io(problem)),
                    "check that the file exists, and that you may use it",
                    ExitCode.BAD_INPUT);
        }
        if (problem instanceof InvalidPathException path) {
            return say(
                    command,
                    "not the path of a file: " + path.getMessage(),
                    "names beyond ASCII need a locale with UTF-8, such as LC_ALL=C.UTF-8",
                    ExitCode.BAD_INPUT);
        }
        command.getErr().println("beatbench failed; this is a fault of the program and not of yours:");
        problem.printStackTrace(command.getErr());
        return ExitCode.FAILURE;
    }

    /** Its author wants to know where; everybody else, that it is not theirs to mend. */
    private int plugin(PluginFailure failure, CommandLine command) {
        int exitCode = say(
                command,
                String.valueOf(failure.getMessage()),
                "this is a fault of the plug-in: beatbench plugin check looks for such, and the trace below is for its author",
                ExitCode.FAILURE);
        Optional.ofNullable(failure.getCause()).ifPresent(cause -> cause.printStackTrace(command.getErr()));
        return exitCode;
    }

    private int say(CommandLine command, String error, String hint, int exitCode) {
        PrintWriter err = command.getErr();
        err.println("error: " + asTyped(error, command));
        err.println("hint:  " + asTyped(hint, command));
        return exitCode;
    }

    /** What other modules tell to type names the program as most know it. */
    private String asTyped(String text, CommandLine command) {
        return BuildInfo.asTyped(
                text, program, command.getCommandSpec().root().subcommands().keySet());
    }

    private static IOException io(Exception problem) {
        return problem instanceof IOException direct
                ? direct
                : problem.getCause() instanceof IOException cause
                        ? cause
                        : new IOException(Objects.requireNonNullElse(problem.getMessage(), "no more is known"));
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
        if (problem instanceof FileSystemException failure && failure.getReason() == null) {
            return "the system does not let us use " + problem.getMessage();
        }
        return String.valueOf(problem.getMessage());
    }
}
