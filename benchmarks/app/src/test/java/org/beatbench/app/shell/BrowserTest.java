package org.beatbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {

    private static final URI PAGE = URI.create("file:///a%20b/report.html");

    @TempDir
    private Path folder;

    @Test
    void isTheProgramOfTheSystem() {
        assertThat(Browser.of("Windows 11", Map.of()).command())
                .containsExactly("rundll32", "url.dll,FileProtocolHandler");
        assertThat(Browser.of("Mac OS X", Map.of()).command()).containsExactly("open");
        assertThat(Browser.of("Linux", Map.of("DISPLAY", ":0")).command()).containsExactly("xdg-open");
        assertThat(Browser.of("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")).command())
                .containsExactly("xdg-open");
    }

    @Test
    void saysWhereNobodyCouldLookAtAPage() {
        assertThat(Browser.of("Linux", Map.of("DISPLAY", "")).open(PAGE)).contains("there is no display here");
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        assertThat(new Browser(List.of("/nowhere/xdg-open")).open(PAGE))
                .contains("/nowhere/xdg-open cannot be started");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givesTheAddressToTheProgramAndTellsOfItsFailure() throws IOException {
        Path given = folder.resolve("given");
        assertThat(new Browser(List.of(script("echo \"$1\" > " + given))).open(PAGE))
                .isEmpty();
        assertThat(given).hasContent("file:///a%20b/report.html\n");
        String failing = script("exit 3");
        assertThat(new Browser(List.of(failing)).open(PAGE)).contains(failing + " found no browser (code 3)");
    }

    private String script(String line) throws IOException {
        Path script = Files.createTempFile(folder, "browser", "");
        Files.writeString(script, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
