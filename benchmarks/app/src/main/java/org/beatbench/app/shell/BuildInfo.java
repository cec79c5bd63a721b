package org.beatbench.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/** How this program was called. */
public final class BuildInfo {

    /** Options that are not part of what is made. */
    private static final List<String> ONCE = List.of("--force", "--retry", "--dry-run");

    private BuildInfo() {}

    /** How the user called this program. */
    public static String program() {
        return Objects.requireNonNullElse(System.getenv("BEATBENCH_COMMAND"), "beatbench");
    }

    /** The command as the user typed it, to make the same again. */
    public static String commandLine(CommandSpec command) {
        List<String> words = new ArrayList<>(List.of(program()));
        command.root().commandLine().getParseResult().originalArgs().stream()
                .filter(word -> !ONCE.contains(word))
                .map(word -> word.matches("[\\w./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .forEach(words::add);
        return String.join(" ", words);
    }
}
