package org.beatbench.app.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.beatbench.app.Cli;
import org.beatbench.app.Main;
import org.beatbench.app.NewProcess;
import org.beatbench.app.shell.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plug-ins that are wrong, each in one way: the check names what, and a run goes on without them. */
class PluginCheckTest {

    @TempDir
    private Path folder;

    private WrongPlugins wrong;

    @BeforeEach
    void prepare() {
        wrong = new WrongPlugins(folder);
    }

    private Cli check(Path plugin, String... more) {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "plugin";
        arguments[1] = "check";
        arguments[2] = plugin.toString();
        arguments[3] = "--json";
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Cli.run(arguments);
    }

    /** Ids of the checks that failed, as errors or warnings, by what failed. */
    private static Map<String, Set<String>> failed(Cli checked) {
        Map<String, Set<String>> failed = new TreeMap<>();
        for (JsonNode line : new JsonMapper().readTree(checked.out()).path("checks")) {
            if (line.path("verdict").asString().equals("FAILED")) {
                failed.computeIfAbsent(line.path("of").asString(), any -> new TreeSet<>())
                        .add(line.path("id").asString());
            }
        }
        return failed;
    }

    @Test
    void namesWhatIsWrongWithEachOfMany() throws IOException, URISyntaxException {
        Path many = wrong.build(
                "many",
                List.of(
                        "sound",
                        "nan",
                        "unnormalised",
                        "miscounting",
                        "mutating",
                        "seedless",
                        "stumbling",
                        "mute",
                        "forgetful",
                        "leaking",
                        "chatting",
                        "knn"));

        Cli checked = check(many);
        Map<String, Set<String>> failed = failed(checked);

        assertThat(checked.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(failed).doesNotContainKeys("classifier sound", "classifier chatting");
        assertThat(failed.get("classifier nan")).contains("answers-in-probabilities");
        assertThat(failed.get("classifier unnormalised")).contains("answers-in-probabilities");
        assertThat(failed.get("classifier miscounting")).contains("answers-in-probabilities");
        assertThat(failed.get("classifier mutating")).contains("leaves-beats-alone");
        assertThat(failed.get("classifier seedless")).contains("repeats-answers");
        assertThat(failed.get("classifier stumbling")).containsExactly("fits");
        assertThat(failed.get("classifier mute")).contains("predicts").doesNotContain("answers-in-probabilities");
        assertThat(failed.get("classifier forgetful")).containsExactly("loads-what-it-saved");
        assertThat(failed.get("classifier leaking")).containsExactly("returns-memory");
        assertThat(failed.get("classifier knn")).containsExactly("id-is-free");
        assertThat(failed.get("plug-in")).containsExactly("prints-nothing");
        assertThat(checked.out()).contains("I do not like these beats", "beginning with \\\"now I learn\\\"");
    }

    @Test
    void survivesWhatEndsTheProgramOrHangs() throws IOException, URISyntaxException {
        Path exiting = wrong.build("exiting", List.of("exiting"));
        Path hanging = wrong.build("hanging", List.of("hanging"));

        Cli ended = check(exiting);
        assertThat(failed(ended)).isEqualTo(Map.of("plug-in", Set.of("keeps-the-process-alive")));
        assertThat(ended.out())
                .contains(
                        "during fits of classifier exiting: plug-in exiting ended the program by System.exit at wrong.Exiting");
        assertThat(failed(check(hanging, "--seconds", "3"))).isEqualTo(Map.of("plug-in", Set.of("ends-in-time")));
    }

    @Test
    void seesMuchWithoutRunningAnything() throws IOException, URISyntaxException {
        Path hidden = wrong.build("hidden", List.of("sound"), "final", "1", "", "");
        Path later = wrong.build("later", List.of("sound"), "public final", "2", "", "");
        Path needy = wrong.build("needy", List.of("needy"), "public final", "1", "", "wrong/Gone.class");
        Path clumsy = wrong.build(
                "clumsy",
                List.of("sound"),
                "public final",
                "1",
                "if (true) throw new IllegalStateException(\"not yet\");",
                "");
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(failed(check(hidden))).isEqualTo(Map.of("plug-in", Set.of("provider-is-public")));
        assertThat(failed(check(later))).isEqualTo(Map.of("plug-in", Set.of("api-version")));
        Cli missing = check(needy);
        assertThat(failed(missing).get("plug-in")).containsExactly("needs-no-missing-class");
        assertThat(failed(missing).get("classifier needy")).containsExactly("fits");
        assertThat(missing.out()).contains("wrong.Needy needs wrong.Gone");
        Cli unmade = check(clumsy);
        assertThat(failed(unmade)).isEqualTo(Map.of("plug-in", Set.of("can-be-made")));
        assertThat(unmade.out()).contains("IllegalStateException: not yet");
        assertThat(failed(check(empty))).isEqualTo(Map.of("plug-in", Set.of("is-readable")));
        assertThat(Cli.run("plugin", "check", folder.resolve("none").toString()).exitCode())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void runsTheOthersWhenOneIsWrong() throws IOException, URISyntaxException {
        wrong.build("many", List.of("stumbling", "exiting", "nan"));
        Path experiment = Files.writeString(folder.resolve("mixed.yaml"), """
                dataset: {id: synthetic, settings: {subjects: 6, beats: 50}}
                protocols: [beats]
                classifiers: [stumbling, exiting, nan, decision-tree]
                """);
        String[] arguments = {
            "run",
            experiment.toString(),
            "--results",
            folder.toString(),
            "--plugins",
            wrong.plugins().toString()
        };

        Cli done = Cli.run(arguments);

        assertThat(done.exitCode()).isEqualTo(ExitCode.TRIALS_FAILED);
        assertThat(done.out())
                .contains("FAILED in fit: IllegalStateException: I do not like these beats (plug-in many ")
                .contains("FAILED in fit: the trial's process ended with exit code 0: plug-in many ended the program by"
                        + " System.exit at wrong.Exiting.learning(Exiting.java:")
                .contains("FAILED in test: IllegalArgumentException: prediction 0, class 0: not a probability: NaN");
        assertThat(folder.resolve("mixed/report/summary.md")).content().contains("| Decision tree |");
        assertThat(folder.resolve("mixed/report/report.html"))
                .content()
                .containsPattern(
                        "ended the program by System.exit.* <small><a href=\"\\.\\./trials/[0-9a-f]+/log\\.txt\">log</a></small>");
        String[] dry = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        dry[arguments.length] = "--dry-run";
        assertThat(Cli.run(dry).out())
                .contains("  failed   stumbling", "  done     Decision tree", "3 failed trials are kept as they are");
    }

    @Test
    void blamesThePlugInWhereItRunsInTheProgram() throws IOException, URISyntaxException, InterruptedException {
        wrong.build("many", List.of("stumbling", "exiting", "chatting"));

        Trained stumbled = train("stumbling");
        assertThat(stumbled.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(stumbled.err())
                .containsPattern("error: classifier stumbling \\(plug-in many [0-9a-f]{12}\\) failed in fit: "
                        + "IllegalStateException: I do not like these beats")
                .contains("this is a fault of the plug-in");
        Trained exited = train("exiting");
        assertThat(exited.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(exited.err()).contains("error: plug-in many ended the program by System.exit at wrong.Exiting");
        assertThat(folder.resolve("model-exiting")).doesNotExist();
        Trained chatted = train("chatting");
        assertThat(chatted.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(chatted.err()).contains("now I learn");
        assertThat(new JsonMapper().readTree(chatted.out()).path("name").asString())
                .isEqualTo("chatting");
    }

    private record Trained(int exitCode, String out, String err) {}

    private Trained train(String id) throws IOException, InterruptedException {
        Path out = folder.resolve("out-" + id);
        Path err = folder.resolve("err-" + id);
        int exitCode = NewProcess.of(
                        Main.class,
                        List.of(),
                        List.of(
                                "train",
                                id,
                                "--dataset",
                                "synthetic",
                                "--set",
                                "subjects=4",
                                "--set",
                                "beats=50",
                                "--json",
                                "--out",
                                folder.resolve("model-" + id).toString(),
                                "--plugins",
                                wrong.plugins().toString()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Trained(exitCode, Files.readString(out), Files.readString(err, StandardCharsets.UTF_8));
    }
}
