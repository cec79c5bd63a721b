package org.beatbench.app.detection;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.app.options.ThreadCount;
import org.beatbench.app.progress.StepProgress;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Interrupt;
import org.beatbench.app.shell.Json;
import org.beatbench.app.shell.Screen;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;
import org.beatbench.data.records.RecordingFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench detect}: where the beats of recordings are. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the beats in recordings (WFDB, EDF, BDF, CSV) that have 100 to 1000 samples a second, and writes where they are.",
            "",
            "For each recording there will be one WFDB annotation file in --out, called like it with the annotator's name as its "
                    + "ending, such as 100.qrs. Each beat has the symbol ?, as its kind is not known. What predict is told to read "
                    + "with --annotator must stand beside the recording. All is written or, if a recording cannot be read, nothing.",
            "",
            "With --score the beats are compared with the recordings' own annotations: as EC57 counts, and all of them."
        })
public final class DetectCommand implements Callable<Integer> {

    /** More threads than this wait for the disk, and each holds a recording in memory. */
    private static final int MOST_THREADS = 8;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "RECORDING",
            description =
                    "WFDB record (its .hea, or its name without an ending), EDF, BDF or CSV file, or a folder of these.")
    private List<Path> paths = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder to write to. Not needed with --score.")
    private @Nullable Path out;

    @Option(
            names = "--annotator",
            paramLabel = "NAME",
            defaultValue = "qrs",
            description = "Ending of the files that are written. Default: ${DEFAULT-VALUE}.")
    private String annotator = "qrs";

    @Option(
            names = {"--lead", "--signal"},
            paramLabel = "LEAD",
            description =
                    "Lead to look at, by number from 0 or by names of which the first that a recording has is taken, such as "
                            + "MLII,II. Default: the first that is an ECG.")
    private @Nullable String lead;

    @Option(
            names = "--leads",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description =
                    "Look at so many leads together: that one, and the ECG leads after it. Default: ${DEFAULT-VALUE}.")
    private int leads = 1;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Samples a second of CSV files without a column of times.")
    private @Nullable Double rate;

    @Option(names = "--force", description = "Replace annotations that this command has not written.")
    private boolean force;

    @Option(names = "--score", description = "Tell how well the recordings' own annotations are met.")
    private boolean score;

    @Option(
            names = "--reference",
            paramLabel = "ENDING",
            defaultValue = "",
            description = "Ending of the files with these annotations. Default: those of a usual name, such as atr.")
    private String reference = "";

    @Option(names = "--json", description = "Print one JSON document instead of tables.")
    private boolean json;

    @Option(
            names = "--threads",
            paramLabel = "NUMBER",
            description = "Recordings to look at at a time. Default: as many as there are processors, 8 at most.")
    private @Nullable Integer threads;

    @Override
    public Integer call() throws IOException {
        Optional<MarkFiles> files = files();
        int used = ThreadCount.of(
                threads, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
        LeadSelection selection = DetectedLeads.of(lead, leads);
        List<RecordingFile> recordings = new ArrayList<>();
        for (Path path : paths) {
            recordings.addAll(
                    RecordingFile.all(path, score ? reference : RecordingSource.NO_MARKS, rate == null ? 0 : rate));
        }
        if (files.isPresent()) {
            files.get().check(recordings, force);
        }
        Screen screen = Screen.of(spec);
        screen.interrupt().willSay(() -> "Stopped. Nothing was written.");
        List<Detection> detections;
        try (Interrupt.Work work = screen.interrupt().work();
                StepProgress steps = StepProgress.to(screen, screen.err(), true)) {
            steps.begin("Finding beats");
            detections = detections(recordings, selection, used, work, steps);
            screen.interrupt().willSay(() -> "Stopped while writing to " + out + ". Each file there is whole.");
            if (files.isPresent()) {
                for (Detection detection : detections) {
                    files.get().write(detection);
                }
            }
        }
        tell(detections);
        return ExitCode.OK;
    }

    private Optional<MarkFiles> files() {
        if (out != null) {
            return Optional.of(new MarkFiles(out, annotator));
        }
        if (!score) {
            throw new UserError("it is not said where to write to", "name a folder with --out, or ask for --score");
        }
        return Optional.empty();
    }

    private List<Detection> detections(
            List<RecordingFile> recordings, LeadSelection selection, int used, Cancellation work, StepProgress steps)
            throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(used);
        AtomicInteger done = new AtomicInteger();
        // Of several at a time, minutes would be those of now one and now another.
        Progress minutes = recordings.size() == 1 ? steps : Progress.NONE;
        try {
            List<Future<Detection>> parts = new ArrayList<>();
            for (RecordingFile recording : recordings) {
                parts.add(executor.submit(() -> {
                    work.check();
                    Recording opened = recording.open(selection);
                    DetectedLeads.check(opened.rate());
                    Detection detection = Detection.of(opened, score, minutes, work);
                    steps.advanced("recording", done.incrementAndGet(), recordings.size());
                    return detection;
                }));
            }
            return collected(recordings, parts, work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while finding beats", e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<Detection> collected(
            List<RecordingFile> recordings, List<Future<Detection>> parts, Cancellation work)
            throws IOException, InterruptedException {
        List<Detection> detections = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        String hint = "";
        for (int i = 0; i < parts.size(); i++) {
            try {
                detections.add(parts.get(i).get());
            } catch (ExecutionException e) {
                work.check();
                UserError problem = problem(e.getCause());
                hint = hint.isEmpty() ? problem.hint() : hint;
                problems.add(recordings.get(i).place() + ": " + problem.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw UserError.of("beats cannot be found in all recordings, so nothing is written", problems, hint);
        }
        return detections;
    }

    /** What the user can mend; all else goes on its way. */
    private static UserError problem(@Nullable Throwable cause) throws IOException {
        if (cause instanceof UserError error) {
            return error;
        }
        if (cause instanceof IOException unreadable) {
            throw unreadable;
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof Error failure) {
            throw failure;
        }
        throw new IllegalStateException(cause);
    }

    private void tell(List<Detection> detections) {
        PrintWriter terminal = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        detections.forEach(detection ->
                detection.warnings().forEach(warning -> err.println("warning: " + detection.name() + ": " + warning)));
        if (json) {
            terminal.println(Json.text(DetectionJson.document(detections, score)));
        } else if (score) {
            terminal.println(DetectionText.standard(detections).text());
            terminal.print(DetectionText.all(detections).text());
        } else {
            terminal.print(DetectionText.found(detections).text());
        }
        if (out != null) {
            (json ? err : terminal)
                    .println(detections.stream()
                                    .mapToLong(one -> one.beats().size())
                                    .sum() + " beats of "
                            + detections.size() + (detections.size() == 1 ? " recording" : " recordings")
                            + " written to " + out);
        }
        terminal.flush();
    }
}
