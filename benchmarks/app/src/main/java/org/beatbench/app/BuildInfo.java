package org.beatbench.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.Model.CommandSpec;

/** What the build recorded about its sources. */
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

    /** The commit this program was built from, with a note if files were changed; empty if built without git. */
    static String commit() {
        try (InputStream in = BuildInfo.class.getResourceAsStream("/beatbench-build.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            boolean dirty = Boolean.parseBoolean(properties.getProperty("git.dirty"));
            return properties.getProperty("git.commit.id.abbrev", "") + (dirty ? " with changes" : "");
        } catch (IOException e) {
            return "";
        }
    }
}
