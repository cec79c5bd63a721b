package org.beatbench.app.models;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.beatbench.api.Cancellation;
import org.beatbench.api.InputContract;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.data.beats.BeatEnd;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.recording.LeadSelection;
import org.beatbench.data.recording.LearnedLeads;
import org.beatbench.data.recording.Recording;
import org.beatbench.data.recording.RecordingSource;
import org.beatbench.data.records.LeadWish;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.data.wfdb.AnnotationWriter;
import org.beatbench.models.ModelCard;
import org.beatbench.reports.CsvRenderer;
import org.beatbench.reports.FigureSize;
import org.beatbench.reports.html.SvgRenderer;
import org.beatbench.reports.image.PngRenderer;
import org.beatbench.reports.recording.RecordingPage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said of a recording that is to be answered. */
final class RecordingOptions {

    /** Kept in the files of marks, so that they can be replaced without asking. */
    static final String NOTE = "answered by beatbench predict";

    @Option(
            names = "--signal",
            paramLabel = "LEAD",
            description =
                    "Lead of a recording, by number from 0 or by names of which the first that it has is taken, such as "
                            + "MLII,II. Default: as the model learned; of a recording that is known to have others first, one of those it learned from.")
    private @Nullable String signal;

    @Option(
            names = "--annotator",
            paramLabel = "ENDING",
            defaultValue = "",
            description =
                    "Ending of the file with the marks of a recording, such as qrs or _beats.csv. Default: those of a usual name.")
    private String annotator = "";

    @Option(names = "--detect", description = "Find the beats of a recording, even if they are marked.")
    private boolean detect;

    @Option(
            names = "--summary",
            description =
                    "Tell what the answers for a recording come to: rates, pauses, burden, couplets and runs, variability, each "
                            + "with its definition. The answers themselves are then written with --out only; with --json, both.")
    private boolean summary;

    @Option(
            names = "--marks",
            paramLabel = "FILE",
            description = "Write the answers for a recording as WFDB annotations too, such as out/100.pred.")
    private @Nullable Path marks;

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description =
                    "Write one HTML page for a recording, such as 100.html, that needs nothing else: signal and beats to scale, flagged beats "
                            + "first, runs and pauses, summary, intervals. It holds somebody's ECG. The answers themselves are then written "
                            + "with --out only; with --json, too.")
    private @Nullable Path page;

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description =
                    "Write the figures of that page to DIR/figures, each as an image (PNG), a drawing (SVG) and data (CSV).")
    private @Nullable Path figures;

    boolean summary() {
        return summary;
    }

    /** Whether all of each answer is kept, for a page or its figures. */
    boolean forPage() {
        return page != null || figures != null;
    }

    /** Whether people get something else than the answers themselves. */
    boolean insteadOfAnswers() {
        return summary || forPage();
    }

    /**
     * The recording that is named, if it is one.
     *
     * @throws UserError if it is none, and something is said of it
     */
    Optional<RecordingFile> recording(String file, double rate) throws IOException {
        if (detect && !annotator.isEmpty()) {
            throw new UserError("--detect looks at no marks, and --annotator names some", "leave out one of them");
        }
        Optional<RecordingFile> recording = file.equals("-")
                ? Optional.empty()
                : detect && !Files.isDirectory(Path.of(file))
                        ? Optional.of(RecordingFile.all(Path.of(file), RecordingSource.NO_MARKS, rate)
                                .get(0))
                        : RecordingFile.of(Path.of(file), annotator, rate);
        if (recording.isEmpty()
                && (signal != null || !annotator.isEmpty() || detect || insteadOfAnswers() || marks != null)) {
            throw new UserError(
                    "--signal, --annotator, --detect, --summary, --marks, --page and --figures are for recordings, and "
                            + file + " is none",
                    "name an EDF or BDF file, a WFDB record, or a CSV file that has marks beside it or is read with --detect; or leave them out");
        }
        if (recording.isPresent() && marks != null) {
            requireFree(marks, recording.get());
        }
        if (recording.isPresent() && page != null) {
            requireNotRead(page, recording.get(), "--page");
            if (Files.isDirectory(page)) {
                throw new UserError(
                        page + " is a folder", "name a file with --page, such as " + page.resolve("100.html"));
            }
        }
        return recording;
    }

    /** Refuses to write two things to one file. */
    void requireApart(@Nullable Path out) {
        if (page != null
                && out != null
                && page.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())) {
            throw new UserError("--out and --page both name " + out, "name another file with one of them");
        }
    }

    private static void requireNotRead(Path file, RecordingFile recording, String option) throws IOException {
        for (Path read : recording.files()) {
            if (Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read)) {
                throw new UserError(
                        file + " belongs to the recording that is to be answered", "name another file with " + option);
            }
        }
    }

    private static void requireFree(Path marks, RecordingFile recording) throws IOException {
        requireNotRead(marks, recording, "--marks");
        if (Files.isDirectory(marks)) {
            throw new UserError(
                    marks + " is a folder", "name a file with --marks, such as " + marks.resolve("100.pred"));
        }
        if (Files.exists(marks) && !AnnotationWriter.isBy(NOTE, marks)) {
            throw new UserError(marks + " is there and was not written by predict", "name another file with --marks");
        }
    }

    /** Its beats, cut as those that a model learned from. */
    RecordingFile.Cut cut(
            RecordingFile recording, ModelCard card, boolean labelled, Progress progress, Cancellation cancellation)
            throws IOException {
        return cut(recording, card, Optional.ofNullable(signal), labelled, progress, cancellation);
    }

    /**
     * Its beats, cut as those that a model learned from.
     *
     * @param signal the lead, if another than the model learned from is wanted
     */
    static RecordingFile.Cut cut(
            RecordingFile recording,
            ModelCard card,
            Optional<String> signal,
            boolean labelled,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        List<String> learned = learned(card);
        LeadWish lead = signal.map(wanted -> new LeadWish(wanted, true, learned))
                .orElseGet(() ->
                        new LeadWish(card.training().dataset().settings().getOrDefault("signal", "0"), false, learned));
        BeatEnd end = RecordingFile.endOf(card.training().dataset().id());
        return recording.cut(card.beats().columns(), lead, labelled, end, progress, cancellation);
    }

    /** Names of the lead that a model learned from; none if nobody knows. */
    private static List<String> learned(ModelCard card) {
        InputContract input = card.beats().input();
        return input == null ? List.of() : input.leads().get(0);
    }

    /** What is to be said if a lead is looked at that the model did not learn from. */
    Optional<String> strangeLead(Recording recording, ModelCard card) {
        Lead lead = recording.leads().kept().get(0);
        List<String> learned = learned(card);
        return LearnedLeads.of(LeadSelection.ALL, 1, learned).knows(lead)
                ? Optional.empty()
                : Optional.of("the model learned from " + String.join(", ", learned) + " and not from " + lead.inWords()
                        + ", so that what is known of its errors does not hold");
    }

    /** Writes marks, if they are wanted. */
    void write(RecordingAnswers answers) throws IOException {
        if (marks == null) {
            return;
        }
        try {
            Path folder = marks.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            AnnotationWriter.write(marks, answers.rate(), NOTE, List.copyOf(answers.marks()));
        } catch (FileSystemException e) {
            throw UserError.unwritable(marks, e, "name a file in a folder that may be written to with --marks");
        }
    }

    /**
     * Writes page and figures, as far as they are wanted.
     *
     * @param name of the recording
     * @param command that makes them again
     * @return the page, if one was written
     */
    Optional<Path> writePage(RecordingAnswers answers, String name, String command) throws IOException {
        if (!forPage()) {
            return Optional.empty();
        }
        RecordingPage made = RecordingPage.of(answers.page(name, command));
        if (figures != null) {
            new PngRenderer(FigureSize.PAGE).render(made.report(), figures);
            new SvgRenderer(FigureSize.PAGE).render(made.report(), figures);
            new CsvRenderer().render(made.report(), figures);
        }
        if (page == null) {
            return Optional.empty();
        }
        Path folder = Objects.requireNonNull(page.toAbsolutePath().getParent());
        return Optional.of(ReportFolder.open(folder).write(page.getFileName().toString(), made.html()));
    }
}
