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
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Limits;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.beatbench.results.Environment;
import org.beatbench.results.FolderStore;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;

/**
 * Runs each trial in a Java process of its own, so that no trial warms up, starves or brings down another, and limits can be
 * enforced.
 */
public final class ForkedRunner implements TrialRunner {

    private static final int LINES_OF_ERROR = 20;

    private final RunFolders folders;
    private final Limits limits;
    private final Path desk;

    /**
     * A runner whose processes find their data and plug-ins here and are held to these limits.
     *
     * @param desk a folder in which they leave their records, which are read from there; it belongs to the caller
     */
    public ForkedRunner(RunFolders folders, Limits limits, Path desk) {
        this.folders = folders;
        this.limits = limits;
        this.desk = desk;
    }

    @Override
    public RunRecord run(Trial trial, Progress progress, Cancellation cancellation) {
        Instant started = Instant.now();
        try {
            Path folder = Files.createTempDirectory(desk, "trial-");
            try {
                return run(trial, folder, progress, cancellation, started);
            } finally {
                FolderTree.discard(temporary(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunRecord run(Trial trial, Path folder, Progress progress, Cancellation cancellation, Instant started)
            throws IOException {
        TrialOrder.of(trial, folders).write(folder);
        Process process = start(folder);
        EpochLog heard = new EpochLog(progress);
        Optional<String> exceeded = watch(process, heard, cancellation);
        Optional<UserError> refused = TrialOrder.refused(folder);
        if (refused.isPresent()) {
            throw refused.get();
        }
        Optional<RunRecord> record = FolderStore.at(folder).find(trial);
        if (record.isPresent()) {
            return record.get();
        }
        Outcome outcome;
        if (exceeded.isPresent()) {
            outcome = new Outcome.Stopped(exceeded.get(), heard.epochs());
        } else {
            // The signal that stops this program reaches the process too, perhaps a moment earlier.
            pause();
            cancellation.check();
            outcome = crashed(folder, process.exitValue(), heard.epochs());
        }
        return new RunRecord(trial, outcome, Machine.environment(Environment.OWN_PROCESS), started);
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private Process start(Path folder) throws IOException {
        Path temporary = Files.createDirectory(temporary(folder));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + limits.memoryMegabytes() + "m",
                        "-Djava.awt.headless=true",
                        // Networks compute in native code; later versions of Java warn of it unless it is allowed.
                        "--enable-native-access=ALL-UNNAMED",
                        // What a stopped process leaves behind is removed with the folder.
                        "-Djava.io.tmpdir=" + temporary,
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
            joinQuietly(reader);
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

    /** Late progress must not be taken for that of the next trial. */
    private static void joinQuietly(Thread reader) {
        try {
            reader.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outcome crashed(Path folder, int exitCode, List<Epoch> epochs) throws IOException {
        // Whatever a native library prints, in whatever encoding, must not hide why the process ended.
        String errors = Files.readString(errors(folder), StandardCharsets.ISO_8859_1);
        List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES_OF_ERROR), lines.size());
        String message = lines.stream()
                .filter(line -> line.startsWith("Exception in thread") || line.startsWith("# "))
                .findFirst()
                .or(() -> last.stream().reduce((first, second) -> second))
                .orElse("it left no message");
        return new Outcome.Failed(
                "process",
                "the trial's process ended with exit code " + exitCode + ": " + message,
                String.join("\n", last),
                epochs);
    }

    private static Path temporary(Path folder) {
        return folder.resolve("temporary");
    }

    private static Path errors(Path folder) {
        return folder.resolve("errors.txt");
    }

    private static String text(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
