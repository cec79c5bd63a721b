package org.beatbench.app.plugins;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.beatbench.api.Cancellation;
import org.beatbench.contract.check.Severity;
import org.beatbench.contract.check.Verdict;
import org.beatbench.harness.ForkedProcess;
import org.beatbench.plugins.Catalogue;
import org.beatbench.process.LogTail;
import org.beatbench.process.ProcessTree;
import org.jspecify.annotations.Nullable;

/** Checks a plug-in in a process of its own, which is ended when a check takes too long. */
final class CheckRun {

    private static final long LOOK = 100;
    private static final String MEMORY = "-Xmx2g";

    private final Duration limit;
    private final Catalogue others;
    private final Map<String, CheckLine> lines = new LinkedHashMap<>();
    private final List<CheckLine> found = new ArrayList<>();
    private final LogTail log = new LogTail();
    private @Nullable CheckLine begun;
    private long begunAt = System.nanoTime();
    private boolean done;

    /**
     * A run that has not begun.
     *
     * @param limit of each check
     * @param others classifiers and data sets that are there already
     */
    CheckRun(Duration limit, Catalogue others) {
        this.limit = limit;
        this.others = others;
    }

    /** What the plug-in wrote where logs go, the end of it. */
    String log() {
        return log.text();
    }

    /**
     * Runs the checks.
     *
     * @throws org.beatbench.api.CancelledException if the user stops them
     */
    List<CheckLine> run(CheckOrder order, Cancellation cancellation) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        MEMORY,
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CheckProcess.class.getName(),
                        order.text()))
                .start();
        Thread reader = begin("check results", () -> read(process));
        Thread logger = begin("check log", () -> log.drain(process.getErrorStream()));
        ProcessTree tree = new ProcessTree(process.toHandle());
        boolean isLate = false;
        try {
            while (!isLate && !process.waitFor(LOOK, TimeUnit.MILLISECONDS)) {
                cancellation.check();
                tree.look();
                isLate = isLate();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tree.end();
            process.onExit().join();
            join(reader);
            join(logger);
        }
        judge(isLate, process.exitValue());
        return result();
    }

    private static Thread begin(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Process process) {
        try (BufferedReader words =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            words.lines()
                    .filter(line -> line.startsWith("{"))
                    .map(CheckChannel::parse)
                    .forEach(this::hear);
        } catch (IOException | UncheckedIOException e) {
            // The process was ended while it spoke.
        }
    }

    private synchronized void hear(CheckChannel.Word word) {
        CheckLine line = word.line();
        switch (word.kind()) {
            case FOUND -> found.add(line);
            case PLANNED -> lines.put(key(line), line);
            case BEGUN -> {
                begun = line;
                begunAt = System.nanoTime();
            }
            case MADE -> {
                lines.put(key(line), line);
                begun = null;
            }
            case DONE -> done = true;
        }
    }

    private static String key(CheckLine line) {
        return line.of() + " " + line.id();
    }

    private synchronized boolean isLate() {
        return begun != null && System.nanoTime() - begunAt > limit.toNanos();
    }

    private synchronized void judge(boolean isLate, int exitCode) {
        String during = begun == null ? "" : " during " + begun.id() + " of " + begun.of();
        if (isLate) {
            lines.put(
                    "ends-in-time",
                    CheckLine.failed(
                            "ends-in-time",
                            "nothing came of it within " + limit.toSeconds() + " seconds" + during
                                    + ", and it was ended; what follows was not checked",
                            "look where it waits; or give more time with --seconds, or smaller settings with --setting"));
        } else {
            lines.put("ends-in-time", CheckLine.passed("ends-in-time", ""));
        }
        if (!isLate && !done) {
            lines.put(
                    "keeps-the-process-alive",
                    CheckLine.failed(
                            "keeps-the-process-alive",
                            "its process ended with exit code " + exitCode + during + lastWords()
                                    + "; what follows was not checked",
                            "throw an exception instead of ending the program; of a crash in native code, see the log"));
        } else {
            lines.put("keeps-the-process-alive", CheckLine.passed("keeps-the-process-alive", ""));
        }
        for (CheckLine one : found) {
            CheckLine clash = clash(one);
            lines.put(key(clash), clash);
        }
    }

    private String lastWords() {
        return log.text()
                .lines()
                .filter(line -> line.startsWith(ForkedProcess.EXIT) || line.startsWith("# "))
                .findFirst()
                .map(line -> ": " + line.replaceFirst("^(beatbench: |# )", ""))
                .orElse("");
    }

    /** Of two with one id the later is left out. */
    private CheckLine clash(CheckLine one) {
        boolean isClassifier = one.of().startsWith("classifier");
        String origin = isClassifier
                ? others.classifiers().stream()
                        .filter(known -> known.info().id().equals(one.id()))
                        .map(known -> known.origin())
                        .findFirst()
                        .orElse("")
                : others.datasets().stream()
                        .filter(known -> known.info().id().equals(one.id()))
                        .map(known -> known.origin())
                        .findFirst()
                        .orElse("");
        String id = "id-is-free";
        if (origin.isEmpty()) {
            return new CheckLine(one.of(), id, Severity.ERROR, Verdict.PASSED, "", "");
        }
        boolean isBuiltIn = !origin.startsWith("plug-in");
        return new CheckLine(
                one.of(),
                id,
                isBuiltIn ? Severity.ERROR : Severity.WARNING,
                Verdict.FAILED,
                "there is already a " + one.of() + " (" + origin + "); of two the later is left out",
                isBuiltIn ? "take another id" : "take another id, unless that is this one");
    }

    /** The plug-in's own lines first. */
    private synchronized List<CheckLine> result() {
        List<CheckLine> all = new ArrayList<>();
        lines.values().stream()
                .filter(line -> line.of().equals(CheckLine.PLUGIN))
                .forEach(all::add);
        for (CheckLine one : found) {
            lines.values().stream().filter(line -> line.of().equals(one.of())).forEach(all::add);
        }
        return all;
    }
}
