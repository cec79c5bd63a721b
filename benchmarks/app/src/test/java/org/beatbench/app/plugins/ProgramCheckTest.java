package org.beatbench.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.app.Cli;
import org.beatbench.app.shell.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs that are wrong, each in one way, written for the shell, which is everywhere. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProgramCheckTest {

    private static final String HELLO = "read hello; echo '{\"beatbench\":1}'\n";

    @TempDir
    private Path folder;

    /** A program that fits as told and answers nothing else. */
    private static String fitting(String fit) {
        return HELLO + """
                while read request; do case $request in
                  *'"verb":"describe"'*) echo '{"ok":{"id":"wrong","name":"Wrong","summary":"Does it wrong.","version":"1"}}';;
                  *'"verb":"fit"'*)
                    %s;;
                  *'"verb":"bye"'*) exit;;
                  *) echo '{"error":"it only fits"}';;
                esac; done
                """.formatted(fit);
    }

    private Path program(String name, String script) throws IOException {
        Path plugin = Files.createDirectories(folder.resolve("plugins").resolve(name));
        Files.writeString(plugin.resolve("program.sh"), script);
        Files.writeString(plugin.resolve("plugin.yaml"), "command: [sh, program.sh]\n");
        return plugin;
    }

    private Cli check(String name, String script) throws IOException {
        return Cli.run("plugin", "check", program(name, script).toString(), "--json", "--seconds", "5");
    }

    /** Ids of the checks that failed, as errors or warnings. */
    private static Set<String> failed(Cli checked) {
        Set<String> failed = new TreeSet<>();
        for (JsonNode line : new JsonMapper().readTree(checked.out()).path("checks")) {
            if (line.path("verdict").asString().equals("FAILED")) {
                failed.add(line.path("id").asString());
            }
        }
        return failed;
    }

    @Test
    void namesWhoDoesNotKeepTheProtocol() throws IOException {
        Set<String> protocol = Set.of("keeps-the-protocol");
        assertThat(failed(check("silent", "sleep 1000"))).containsExactly("ends-in-time");
        assertThat(failed(check("later", "echo '{\"beatbench\":2}'"))).isEqualTo(protocol);
        assertThat(failed(check("noisy", "echo Loading libraries ..."))).isEqualTo(protocol);
        assertThat(failed(check("half", "printf '{\"beatbench\":1'"))).isEqualTo(protocol);
        Cli endless = check("endless", "yes x | tr -d '\\n'");
        assertThat(failed(endless)).isEqualTo(protocol);
        assertThat(endless.out()).contains("a line longer than 1 MB");
        assertThat(endless.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void namesWhoFailsInTheMiddle() throws IOException {
        Cli dying = check("dying", fitting("echo 'no room' >&2; exit 3"));
        assertThat(failed(dying)).contains("fits").doesNotContain("keeps-the-protocol");
        assertThat(dying.out()).contains("ended with exit code 3 when asked to fit; its last words: no room");
        assertThat(failed(check("talking", fitting("echo 'fitting now'; echo '{\"ok\":{}}'"))))
                .contains("fits");
        // Many beats take it longer, as they do everybody.
        assertThat(failed(check("deaf", fitting("""
                  file=$(printf %s "$request" | sed 's/.*"training":{"samples":"\\([^"]*\\)".*/\\1/')
                  [ $(wc -c < "$file") -lt 100000 ] || sleep 3; echo '{"ok":{}}'"""))))
                .contains("stops-by-itself")
                .doesNotContain("ends-in-time");
        assertThat(failed(check("littering", fitting("sleep 1000 >/dev/null 2>&1 & echo '{\"ok\":{}}'"))))
                .contains("leaves-no-process-behind")
                .doesNotContain("stops-by-itself");
    }

    @Test
    void runsTheOthersWhenOneIsWrong() throws IOException {
        program("dying", fitting("echo 'no room' >&2; exit 3"));
        program("noisy", "echo Loading libraries ...");
        Path experiment = Files.writeString(folder.resolve("mixed.yaml"), """
                dataset: {id: synthetic, settings: {subjects: 6, beats: 50}}
                protocols: [beats]
                classifiers: [wrong, decision-tree]
                canaries: false
                """);

        Cli done = Cli.run(
                "run",
                experiment.toString(),
                "--results",
                folder.toString(),
                "--plugins",
                folder.resolve("plugins").toString());

        assertThat(done.exitCode()).isEqualTo(ExitCode.TRIALS_FAILED);
        assertThat(done.out() + done.err())
                .contains("FAILED in fit", "exit code 3 when asked to fit; its last words: no room")
                .contains("plug-in noisy: ", "Loading libraries");
        assertThat(folder.resolve("mixed/report/summary.md")).content().contains("| Decision tree |");
    }
}
