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
import org.beatbench.api.UserError;
import org.beatbench.experiment.Limits;
import org.beatbench.experiment.Trial;
import org.beatbench.files.FolderTree;
import org.beatbench.process.LogTail;
import org.beatbench.process.ProcessTree;
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
        EpochLog heard = new EpochLog(progress);
        LogTail log = new LogTail();
        Process process = start(folder);
        Optional<String> exceeded = watch(process, heard, log, cancellation);
        Optional<UserError> refused = TrialOrder.refused(folder);
        if (refused.isPresent()) {
            throw refused.get();
        }
        Optional<RunRecord> record = FolderStore.at(folder).find(trial);
        if (record.isPresent()) {
            return record.get().with(log.text());
        }
        Outcome outcome;
        if (exceeded.isPresent()) {
            outcome = new Outcome.Stopped(exceeded.get(), heard.epochs());
        } else {
            // The signal that stops this program reaches the process too, perhaps a moment earlier.
            pause();
            cancellation.check();
            outcome = crashed(log, process.exitValue(), heard);
        }
        return new RunRecord(trial, outcome, Machine.environment(Environment.OWN_PROCESS), started).with(log.text());
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
                .start();
    }

    /** Waits for the end of a process, its time limit or a cancellation; returns the limit it exceeded, if any. */
    private Optional<String> watch(Process process, Progress progress, LogTail log, Cancellation cancellation) {
        Thread reader = begin("trial progress", () -> passOn(process, progress));
        Thread logger = begin("trial log", () -> log.drain(process.getErrorStream()));
        ProcessTree tree = new ProcessTree(process.toHandle());
        long end = System.nanoTime() + limits.time().toNanos();
        try {
            while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
                cancellation.check();
                tree.look();
                if (System.nanoTime() > end) {
                    return Optional.of("took longer than the limit of " + text(limits.time()));
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            tree.end();
            process.onExit().join();
            joinQuietly(reader);
            joinQuietly(logger);
        }
    }

    private static Thread begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void passOn(Process process, Progress progress) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> ProgressLines.parse(line, progress));
        } catch (IOException | UncheckedIOException e) {
            // The process was ended while it spoke; what it had to say is in its record, or it has none.
        }
    }

    /** Late progress must not be taken for that of the next trial. Somebody else may still hold the stream open. */
    private static void joinQuietly(Thread reader) {
        try {
            reader.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Outcome crashed(LogTail log, int exitCode, EpochLog heard) {
        List<String> lines = log.text().lines().filter(line -> !line.isBlank()).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LINES_OF_ERROR), lines.size());
        String message = lines.stream()
                .filter(line -> line.startsWith("Exception in thread")
                        || line.startsWith("# ")
                        || line.startsWith(ForkedProcess.EXIT))
                .findFirst()
                .or(() -> last.stream().reduce((first, second) -> second))
                .orElse("it left no message");
        return new Outcome.Failed(
                heard.stage(),
                "the trial's process ended with exit code " + exitCode + ": "
                        + message.replace(ForkedProcess.EXIT, "").strip(),
                String.join("\n", last),
                heard.epochs());
    }

    private static Path temporary(Path folder) {
        return folder.resolve("temporary");
    }

    private static String text(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
