package org.beatbench.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/** What the build recorded about its sources. */
final class BuildInfo {

    private BuildInfo() {}

    /** How the user called this program. */
    static String program() {
        return Objects.requireNonNullElse(System.getenv("BEATBENCH_COMMAND"), "beatbench");
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
