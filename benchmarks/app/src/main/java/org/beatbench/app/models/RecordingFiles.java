package org.beatbench.app.models;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.TrainedModel;
import org.beatbench.app.shell.Json;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.data.wfdb.AnnotationWriter;
import org.beatbench.models.ModelCard;
import org.beatbench.models.TrainingExamples;
import org.beatbench.reports.recording.RecordingPage;

/** All that {@code predict} can make of a recording, as files. */
public final class RecordingFiles {

    private static final String MARKS = "pred";

    private final ModelCard card;
    private final TrainedModel model;
    private final Optional<TrainingExamples> examples;
    private final int threads;

    /**
     * Those of a model.
     *
     * @param examples of what it learned from, if there are any
     * @param threads to look for the nearest of them with
     */
    public RecordingFiles(ModelCard card, TrainedModel model, Optional<TrainingExamples> examples, int threads) {
        this.card = card;
        this.model = model;
        this.examples = examples;
        this.threads = threads;
    }

    /** Where each goes. */
    public record Places(Path csv, Path json, Path beats, Path summary, Path marks, Path page) {}

    /**
     * Answers a recording.
     *
     * @param signal the lead, if another than the model learned from is wanted
     * @param name of the recording, for people
     * @param command that makes the page again
     * @param progress hears how far it is
     * @param cancellation is asked whether to go on
     * @return how many beats were answered
     */
    public long write(
            RecordingFile recording,
            Optional<String> signal,
            String name,
            String command,
            Places places,
            Progress progress,
            Cancellation cancellation)
            throws IOException {
        RecordingBeats.requireAnswered(card, "the model");
        progress.advanced("reading", 0, 0);
        RecordingFile.Cut cut = RecordingOptions.cut(recording, card, signal, false, progress, cancellation);
        RecordingBeats beats = new RecordingBeats(recording, cut);
        RecordingAnswers answers =
                new RecordingAnswers(cut, card, Optional.of(new BeatLooks(model::predict, examples)));
        long rows = answer(beats, answers, places, progress, cancellation);
        progress.advanced("page", 0, 0);
        Files.writeString(places.summary(), summary(answers.summary()));
        marks(answers, places.marks(), name);
        Files.writeString(
                places.page(), RecordingPage.of(answers.page(name, command)).html());
        return rows;
    }

    private long answer(
            RecordingBeats beats, RecordingAnswers answers, Places places, Progress progress, Cancellation cancellation)
            throws IOException {
        OptionalDouble rate = beats.positionRate();
        BeatFlags flags = BeatFlags.of(beats.cut().recording(), examples, threads);
        try (Writer csv = Files.newBufferedWriter(places.csv());
                Writer json = Files.newBufferedWriter(places.json());
                Writer lines = Files.newBufferedWriter(places.beats())) {
            List<AnswerFormat> formats = List.of(
                    AnswersCsv.begin(csv, card.beats().classes(), rate),
                    AnswersJson.begin(json, card, Optional.of(beats.cut())),
                    AnswersJson.lines(lines, card, beats.cut()));
            List<Answering.Listener> listeners = new ArrayList<>();
            formats.forEach(format -> listeners.add(format::add));
            listeners.add(answers::add);
            long rows = new Answering(beats, model::predict, flags)
                    .tell(listeners, "answering", beats.cut().size(), progress, cancellation);
            for (AnswerFormat format : formats) {
                format.end(Optional.empty(), answers.summary());
            }
            return rows;
        }
    }

    /** In one line, as it is read line by line. */
    private static String summary(List<SummaryLine> lines) {
        return Json.line(lines) + "\n";
    }

    private static void marks(RecordingAnswers answers, Path zip, String name) throws IOException {
        Path marks = Files.createTempFile(zip.getParent(), "marks", "." + MARKS);
        try {
            AnnotationWriter.write(marks, answers.rate(), RecordingOptions.NOTE, List.copyOf(answers.marks()));
            try (OutputStream out = Files.newOutputStream(zip);
                    ZipOutputStream packed = new ZipOutputStream(out)) {
                packed.putNextEntry(new ZipEntry(name + "." + MARKS));
                Files.copy(marks, packed);
                packed.closeEntry();
            }
        } finally {
            Files.delete(marks);
        }
    }
}
