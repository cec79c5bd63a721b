package org.beatbench.app.plugins;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.beatbench.api.UserError;
import org.beatbench.app.options.DataFolder;
import org.beatbench.app.options.PluginsFolder;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Ink;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.comparison.text.Phrases;
import org.beatbench.contract.check.Verdict;
import org.beatbench.plugins.PluginFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench plugin check}: whether a plug-in keeps its contract. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a plug-in: first its jars, without running anything, then its classifiers and data sets by the contract. Of a "
                    + "program, first whether it keeps the protocol.",
            "",
            "That is done in a process of its own, so nothing that a plug-in does, be it hanging, printing or ending the program, does "
                    + "harm. Each check has an id that does not change, and says what to do if it fails. Exit code 2 if an "
                    + "error was found; warnings are none."
        })
public final class CheckCommand implements Callable<Integer> {

    private record Report(String plugin, boolean passed, List<CheckLine> checks) {}

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PLUGIN",
            description = "The jar, a folder that holds it and its libraries, or the folder of a program.")
    private Path place = Path.of("");

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "A setting to check with, such as fewer passes for a network. May be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    @Option(
            names = "--seconds",
            paramLabel = "NUMBER",
            defaultValue = "120",
            description = "The longest that a single check may take. Default: 120.")
    private int seconds = 120;

    @Option(
            names = "--log",
            description = "Print the end of what the plug-in logged, with stack traces, on the error stream.")
    private boolean log;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private PluginsFolder plugins = new PluginsFolder();

    @Override
    @SuppressWarnings("try") // the line at the foot is shown, not used
    public Integer call() throws IOException {
        if (!Files.exists(place)) {
            throw new UserError("there is no " + place, "build the plug-in first; name its jar, or a folder of jars");
        }
        if (seconds < 1) {
            throw new UserError("--seconds must be at least 1: " + seconds, "leave it out for 120");
        }
        PluginFolder plugin = new PluginFolder(place.toAbsolutePath().normalize());
        StaticLook look = new StaticLook(plugin);
        List<CheckLine> lines = new ArrayList<>(look.lines());
        Screen screen = Screen.of(spec);
        String logged = "";
        if (look.canBeLoaded()) {
            CheckRun run = new CheckRun(Duration.ofSeconds(seconds), plugins.catalogueWithout(plugin.path()));
            screen.interrupt().willSay(() -> "Stopped.");
            try (Interrupt.Work work = screen.interrupt().work();
                    Screen.Status status = screen.status(width -> "Checking " + place + " ...")) {
                lines.addAll(run.run(CheckOrder.of(plugin.path(), data.path(), settings), work));
            }
            logged = run.log();
        }
        boolean passed = lines.stream().noneMatch(CheckLine::isFatal);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(new Report(place.toString(), passed, lines)));
        } else {
            print(lines, out, screen);
        }
        if (log) {
            spec.commandLine().getErr().print(logged);
            spec.commandLine().getErr().flush();
        }
        return passed ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private void print(List<CheckLine> lines, PrintWriter out, Screen screen) {
        String of = "";
        int width = lines.stream().mapToInt(line -> line.id().length()).max().orElse(0);
        for (CheckLine line : lines) {
            if (!line.of().equals(of)) {
                of = line.of();
                out.println(of.equals(CheckLine.PLUGIN) ? "Plug-in " + place : upperCase(of));
            }
            String message = line.message().isEmpty() ? "" : "  " + line.message();
            out.println("  " + mark(line, screen) + "  "
                    + (message.isEmpty()
                            ? line.id()
                            : line.id() + " ".repeat(width - line.id().length()) + message));
            if (line.verdict() == Verdict.FAILED && !line.advice().isEmpty()) {
                out.println("           -> " + line.advice());
            }
        }
        out.println(conclusion(lines));
    }

    private static String upperCase(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String mark(CheckLine line, Screen screen) {
        return switch (line.verdict()) {
            case PASSED -> screen.paint(Ink.GOOD, "ok     ");
            case SKIPPED -> "skipped";
            case KNOWN -> "known  ";
            case FAILED -> screen.paint(Ink.BAD, line.isFatal() ? "FAILED " : "warning");
        };
    }

    private static String conclusion(List<CheckLine> lines) {
        long failed = lines.stream().filter(CheckLine::isFatal).count();
        long warned = count(lines, Verdict.FAILED) - failed;
        long skipped = count(lines, Verdict.SKIPPED);
        long known = count(lines, Verdict.KNOWN);
        return Phrases.counted(count(lines, Verdict.PASSED), "check passed", "checks passed") + ", " + failed
                + " failed"
                + (warned == 0 ? "" : ", " + Phrases.counted(warned, "warning", "warnings"))
                + (known == 0 ? "" : ", " + known + " known to fail")
                + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }

    private static long count(List<CheckLine> lines, Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }
}
