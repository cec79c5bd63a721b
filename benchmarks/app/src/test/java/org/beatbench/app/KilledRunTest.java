package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.beatbench.answers.Answers;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, by the signal that no program can catch, and started again. */
@Tag("slow")
class KilledRunTest {

    private static final String EXPERIMENT = """
            dataset: {id: synthetic, settings: {subjects: 10, beats: 60}}
            protocols: [beats]
            classifiers: [logistic-regression, decision-tree, knn]
            canaries: false
            limits: {time: 5m, memory: 512m, threads: 1}
            """;

    @TempDir
    private Path folder;

    private Process start(String results) throws IOException {
        Path file = Files.writeString(folder.resolve("killed.yaml"), EXPERIMENT);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // A lock of its own: other runs on this machine do not matter here.
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        file.toString(),
                        "--results",
                        folder.resolve(results).toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output-" + results).toFile())
                .start();
    }

    /** The answers of every stored trial, by classifier. */
    private Map<String, Answers> answers(String results) throws IOException {
        FolderStore store = FolderStore.existing(folder.resolve(results).resolve("killed"));
        Map<String, Answers> answers = new TreeMap<>();
        for (RunRecord run : store.all(store.plan().trials())) {
            answers.put(run.trial().label(), ((Outcome.Completed) run.outcome()).test());
        }
        return answers;
    }

    private long stored(String results) throws IOException {
        Path trials = folder.resolve(results).resolve("killed/trials");
        if (!Files.isDirectory(trials)) {
            return 0;
        }
        try (Stream<Path> children = Files.list(trials)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    private Process startAndAwaitTheFirstTrial(String results) throws Exception {
        Process run = start(results);
        while (stored(results) < 1 && run.isAlive()) {
            Thread.sleep(20);
        }
        Thread.sleep(500);
        return run;
    }

    @Test
    void tidiesUpWhenItIsAskedToStop() throws Exception {
        Process asked = startAndAwaitTheFirstTrial("asked");
        List<ProcessHandle> trials = asked.descendants().toList();
        asked.destroy();
        asked.waitFor();

        assertThat(trials).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(folder.resolve("output-asked"))
                .content()
                .containsPattern("Stopped. [12] of 3 trials are done and kept. To go on: beatbench run .*killed.yaml");
        assertThat(answers("asked")).as("the trial in flight is no result").hasSizeBetween(1, 2);
        try (Stream<Path> children = Files.list(folder)) {
            assertThat(children)
                    .noneMatch(child -> child.getFileName().toString().startsWith(".beatbench-"));
        }
    }

    @Test
    void goesOnAndEndsLikeOneThatWasLeftAlone() throws Exception {
        Process killed = startAndAwaitTheFirstTrial("killed");
        List<ProcessHandle> trials = killed.descendants().toList();
        killed.destroyForcibly().waitFor();
        long before = stored("killed");
        for (ProcessHandle trial : trials) {
            trial.onExit().get(10, TimeUnit.SECONDS);
        }
        assertThat(before).as("killed in the middle").isBetween(1L, 2L);

        assertThat(start("killed").waitFor()).isZero();
        assertThat(start("undisturbed").waitFor()).isZero();

        assertThat(folder.resolve("output-killed")).content().contains(before + " of 3 trials are already done");
        assertThat(answers("killed")).hasSize(3).isEqualTo(answers("undisturbed"));
    }
}
