package org.beatbench.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Progress;
import org.beatbench.experiment.FolderTree;
import org.beatbench.experiment.Limits;
import org.beatbench.experiment.Trial;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * Runs each trial in a Java process of its own, so that no trial warms up, starves or brings down another, and limits can be
 * enforced.
 */
public final class ForkedRunner implements TrialRunner {

    private static final int LINES_OF_ERROR = 20;

    private final Workplace workplace;
    private final Limits limits;

    /** A runner whose processes find their data and plug-ins here and are held to these limits. */
    public ForkedRunner(Workplace workplace, Limits limits) {
        this.workplace = workplace;
        this.limits = limits;
    }

    @Override
    public RunRecord run(Trial trial, Progress progress, Cancellation cancellation) {
        Instant started = Instant.now();
        try {
            Path folder = Files.createTempDirectory("beatbench-trial-");
            try {
                TrialOrder.of(trial, workplace).write(folder);
                Optional<String> exceeded = watch(start(folder), progress, cancellation);
                Optional<RunRecord> record = FolderStore.open(folder).find(trial);
                return record.orElseGet(() -> new RunRecord(
                        trial,
                        exceeded.<Outcome>map(Outcome.Stopped::new).orElseGet(() -> crashed(folder)),
                        Machine.environment("process of its own"),
                        started));
            } finally {
                FolderTree.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(Path folder) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + limits.memoryMegabytes() + "m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrialProcess.class.getName(),
                        folder.toString()))
                .redirectError(errors(folder).toFile())
                .start();
    }

    /** Waits for the end of a process, its time limit or a cancellation; returns the limit it exceeded, if any. */
    private Optional<String> watch(Process process, Progress progress, Cancellation cancellation) {
        Thread reader = new Thread(() -> passOn(process, progress), "trial progress");
        reader.setDaemon(true);
        reader.start();
        long end = System.nanoTime() + limits.time().toNanos();
        try {
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                cancellation.check();
                if (System.nanoTime() > end) {
                    return Optional.of("took longer than the limit of " + text(limits.time()));
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static void passOn(Process process, Progress progress) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> ProgressLines.parse(line, progress));
        } catch (IOException | UncheckedIOException e) {
            // The process was ended while it spoke; what it had to say is in its record, or it has none.
        }
    }

    private static Outcome crashed(Path folder) {
        try {
            List<String> lines = Files.readAllLines(errors(folder), StandardCharsets.UTF_8);
            List<String> last = lines.subList(Math.max(0, lines.size() - LINES_OF_ERROR), lines.size());
            String message =
                    lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("it left no message");
            return new Outcome.Failed("process", "the trial's process ended: " + message, String.join("\n", last));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path errors(Path folder) {
        return folder.resolve("errors.txt");
    }

    private static String text(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
