package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program, with a Java that only says how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            echo "$BEATBENCH_COMMAND | $*" >>"$CALLS"
            case "$*" in
                *Rehearsal | *-Xshare:dump*)
                    echo said
                    [ -z "${UNABLE:-}" ] || exit 1
                    [ -z "${SLOW:-}" ] || sleep 1
                    for word; do
                        case $word in -XX:DumpLoadedClassList=* | -XX:SharedArchiveFile=*) echo classes >"${word#*=}" ;; esac
                    done
                    exit 0
                    ;;
            esac
            exit "${CODE:-0}"
            """;

    @TempDir
    private Path folder;

    private Path home;
    private Path jdk;

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("beatbench home");
        jdk = folder.resolve("jdk");
        Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(home.resolve("lib/beatbench-app.jar"), "one");
        Files.copy(Path.of("benchmarks/app/src/main/bin/beatbench"), home.resolve("bin/beatbench"));
        Files.writeString(jdk.resolve("bin/java"), JAVA);
        Files.writeString(jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"17.0.1\"\n");
        assertThat(home.resolve("bin/beatbench").toFile().setExecutable(true)).isTrue();
        assertThat(jdk.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    }

    private Process begin(Map<String, String> variables, String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/beatbench").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("BEATBENCH_COMMAND");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("BEATBENCH_JAVA_OPTIONS");
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("CALLS", folder.resolve("calls").toString());
        builder.environment().putAll(variables);
        return builder.start();
    }

    private int start(Map<String, String> variables, String... words) throws Exception {
        Process process = begin(variables, words);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).isEmpty();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private List<String> cached() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("cache"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private long rehearsals() throws IOException {
        return calls().stream().filter(call -> call.endsWith("Rehearsal")).count();
    }

    private static String only(List<String> items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    @Test
    void keepsTheClassesAfterTheFirstCommandThatOnlyLooksForTheNext() throws Exception {
        assertThat(start(Map.of(), "run", "x")).isZero();
        assertThat(start(Map.of("CODE", "2"), "status", "x")).isEqualTo(2);
        String kept = " -XX:SharedArchiveFile=" + home.resolve("cache").resolve(only(cached()));
        start(Map.of(), "status", "x");
        start(Map.of(), "run", "x");

        assertThat(calls()).hasSize(6);
        assertThat(calls().get(0)).as("a run has other things to do").doesNotContain("Archive", "looks");
        assertThat(calls().get(1))
                .contains("-XX:TieredStopAtLevel=1")
                .doesNotContain("Archive")
                .endsWith("Main status x");
        assertThat(calls().get(2)).contains("-XX:DumpLoadedClassList=").endsWith("Rehearsal");
        assertThat(calls().get(3)).contains("-Xshare:dump", "-XX:SharedClassListFile=");
        assertThat(calls().get(4))
                .contains(kept, "-XX:TieredStopAtLevel=1", "-Dbeatbench.looks=true")
                .endsWith("Main status x");
        assertThat(calls().get(5))
                .as("a run is compiled well")
                .contains(kept, "--enable-native-access")
                .doesNotContain("Tiered")
                .endsWith("Main run x");
    }

    @Test
    void makesThemAnewForAnotherJavaAndForOtherJars() throws Exception {
        start(Map.of(), "list");
        String first = only(cached());
        Files.writeString(home.resolve("lib/beatbench-app.jar"), "two");
        start(Map.of(), "list");
        assertThat(cached()).as("those of the old jars are gone").hasSize(1).doesNotContain(first);
        String second = only(cached());
        Files.writeString(home.resolve("lib/another.jar"), "");
        start(Map.of(), "list");
        assertThat(cached()).hasSize(1).doesNotContain(first, second);
        String third = only(cached());
        Files.writeString(jdk.resolve("release"), "JAVA_RUNTIME_VERSION=\"25\"\n");
        start(Map.of(), "list");

        assertThat(cached()).as("those of each Java stay").hasSize(2).contains(third);
        assertThat(rehearsals()).isEqualTo(4);
    }

    @Test
    void letsTwoMakeThemAtOnce() throws Exception {
        Process first = begin(Map.of("SLOW", "1"), "status");
        Process second = begin(Map.of("SLOW", "1"), "list");

        assertThat(first.inputReader().lines()).isEmpty();
        assertThat(second.inputReader().lines()).isEmpty();
        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(only(cached())).endsWith(".jsa");
        assertThat(rehearsals()).isEqualTo(2);
    }

    @Test
    void doesWithoutThemWhereItMayNotWrite() throws Exception {
        Files.createFile(home.resolve("cache"));

        assertThat(start(Map.of(), "status")).isZero();
        assertThat(only(calls())).doesNotContain("Archive");
    }

    @Test
    void asksOnlyOnceAJavaThatCannotMakeThem() throws Exception {
        start(Map.of("UNABLE", "1"), "status");
        assertThat(start(Map.of("UNABLE", "1"), "status")).isZero();

        assertThat(rehearsals()).isEqualTo(1);
        assertThat(calls().get(2)).doesNotContain("Archive");
    }

    @Test
    void leavesJavaAloneWhereTheUserHasOptionsForIt() throws Exception {
        start(Map.of("BEATBENCH_JAVA_OPTIONS", "-Xmx1g -XX:+UseZGC"), "status");
        start(Map.of("BEATBENCH_JAVA_OPTIONS", "-Xmx1g -XX:+UseZGC"), "predict", "m", "r");

        assertThat(calls()).hasSize(2).allSatisfy(call -> assertThat(call)
                .contains("-Xmx1g -XX:+UseZGC")
                .doesNotContain("Tiered", "Serial", "Archive"));
    }

    @Test
    void keepsMemorySmallWhereADayIsGoneThrough() throws Exception {
        start(Map.of(), "predict", "m", "r");
        start(Map.of(), "detect", "r");
        start(Map.of(), "train", "cnn");

        assertThat(calls().get(0)).contains("-XX:+UseSerialGC").doesNotContain("Tiered");
        assertThat(calls().get(1)).contains("-XX:+UseSerialGC");
        assertThat(calls().get(2)).doesNotContain("Serial");
    }

    @Test
    void tellsTheProgramHowItWasTyped() throws Exception {
        start(Map.of(), "run");
        String path = home.resolve("bin") + ":" + System.getenv("PATH");
        Process found = new ProcessBuilder(
                        "sh",
                        "-c",
                        "PATH='" + path + "' JAVA_HOME='" + jdk + "' CALLS='" + folder.resolve("calls")
                                + "' BEATBENCH_COMMAND= beatbench run")
                .start();
        assertThat(found.waitFor()).isZero();

        assertThat(calls().get(0)).startsWith(home.resolve("bin/beatbench") + " | ");
        assertThat(calls().get(1)).startsWith("beatbench | ");
    }
}
