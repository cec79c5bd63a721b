package org.beatbench.app.models;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.models.BeatForm;
import org.beatbench.models.ModelCard;

/** The beats of a recording, cut where they are marked or were found. */
final class RecordingBeats implements BeatSource {

    /** Beats that are answered at a time. */
    private static final int TOGETHER = 1_024;

    private static final int TIME_DECIMALS = 3;

    private final RecordingFile recording;
    private final RecordingFile.Cut cut;

    RecordingBeats(RecordingFile recording, RecordingFile.Cut cut) {
        this.recording = recording;
        this.cut = cut;
    }

    /**
     * Refuses a model that does not answer beats that are cut from recordings.
     *
     * @param model where it is, or its name
     */
    static void requireAnswered(ModelCard card, String model) {
        BeatForm form = card.beats();
        if (form.rate() == null
                || form.rate() != BeatCutter.BEAT_RATE
                || !BeatClass.names().containsAll(form.classes())) {
            throw new UserError(
                    model + " does not answer beats that are cut from recordings: it learned from "
                            + card.training().datasetName(),
                    "take a model that learned from recordings, such as those of mitdb");
        }
    }

    RecordingFile.Cut cut() {
        return cut;
    }

    @Override
    public boolean isAt(Path other) throws IOException {
        for (Path file : recording.files()) {
            if (Files.exists(other) && Files.isSameFile(file, other)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long check(Progress progress, Cancellation cancellation) {
        return cut.size();
    }

    @Override
    public Blocks open() {
        return new Blocks() {
            private int done;

            @Override
            public Optional<Beats> next() {
                while (done < cut.size()) {
                    int from = done;
                    done = Math.min(from + TOGETHER, cut.size());
                    Beats next = cut.beats(from, done);
                    if (!next.isEmpty()) {
                        return Optional.of(next);
                    }
                }
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    /** When a beat came, in seconds since the beginning of the recording. */
    static BigDecimal seconds(Beat beat, double rate) {
        return BigDecimal.valueOf(beat.position() / rate).setScale(TIME_DECIMALS, RoundingMode.HALF_EVEN);
    }

    @Override
    public OptionalDouble positionRate() {
        return OptionalDouble.of(cut.recording().rate());
    }
}
