package org.beatbench.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/** How this program was called. */
final class BuildInfo {

    /** Options that are not part of what is made. */
    private static final List<String> ONCE = List.of("--force", "--retry", "--dry-run");

    private BuildInfo() {}

    /** How the user called this program. */
    static String program() {
        return Objects.requireNonNullElse(System.getenv("BEATBENCH_COMMAND"), "beatbench");
    }

    /** The command as the user typed it, to make the same again. */
    static String commandLine(CommandSpec command) {
        List<String> words = new ArrayList<>(List.of(program()));
        command.root().commandLine().getParseResult().originalArgs().stream()
                .filter(word -> !ONCE.contains(word))
                .map(word -> word.matches("[\\w./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .forEach(words::add);
        return String.join(" ", words);
    }
}
