package org.beatbench.app.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** How this program was called. */
public final class BuildInfo {

    /** What the program is called where nobody knows how it was typed. */
    public static final String NAME = "beatbench";

    /** Options that are not part of what is made. */
    private static final List<String> ONCE = List.of("--force", "--retry", "--dry-run", "--quiet", "-q");

    private BuildInfo() {}

    /** How the user called this program. */
    public static String program() {
        return Objects.requireNonNullElse(System.getenv("BEATBENCH_COMMAND"), NAME);
    }

    /** A text that tells the user to type a command, with the program as this user types it. */
    public static String asTyped(String text, String program, Collection<String> commands) {
        Pattern command =
                Pattern.compile("(?<![\\w./\\\\-])" + NAME + "(?= (?:" + String.join("|", commands) + ")\\b)");
        return command.matcher(text).replaceAll(Matcher.quoteReplacement(program));
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
