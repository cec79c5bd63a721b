package org.beatbench.app.models;

import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.beatbench.api.Beat;
import org.beatbench.app.shell.Json;
import org.beatbench.data.recording.Lead;
import org.beatbench.data.records.RecordingFile;
import org.beatbench.models.ModelCard;
import org.beatbench.models.PartScore;
import tools.jackson.core.JsonGenerator;

/** Answers as one JSON document: which model, its labels, a line for each beat, and the scores if there are any. */
final class AnswersJson implements AnswerFormat {

    private static final String PREDICTIONS = "predictions";

    private final JsonGenerator out;
    /** Whether each beat is a line, and there is nothing around them. */
    private final boolean lines;

    private final List<String> classes;
    private final OptionalDouble rate;
    private long row;

    private AnswersJson(JsonGenerator out, boolean lines, List<String> classes, OptionalDouble rate) {
        this.out = out;
        this.lines = lines;
        this.classes = classes;
        this.rate = rate;
    }

    /** @param cut of the recording, if it is one */
    static AnswersJson begin(Writer writer, ModelCard card, Optional<RecordingFile.Cut> cut) {
        JsonGenerator out = Json.generator(writer, PREDICTIONS);
        out.writeStartObject();
        out.writeStringProperty("model", card.classifier().id());
        out.writeStringProperty("version", card.classifier().version());
        out.writeStringProperty("trained", card.trained().toString());
        cut.ifPresent(one -> describe(one, out));
        out.writeName("labels");
        out.writeStartArray();
        card.beats().classes().forEach(out::writeString);
        out.writeEndArray();
        out.writeName(PREDICTIONS);
        out.writeStartArray();
        return new AnswersJson(
                out,
                false,
                card.beats().classes(),
                cut.map(one -> OptionalDouble.of(one.recording().rate())).orElseGet(OptionalDouble::empty));
    }

    /** What was looked at, since it may be another lead than the first, and beats that nobody marked. */
    private static void describe(RecordingFile.Cut cut, JsonGenerator out) {
        Lead lead = cut.recording().leads().kept().get(0);
        out.writeName("recording");
        out.writeStartObject();
        out.writeStringProperty("name", cut.recording().name());
        out.writeNumberProperty("signal", lead.number());
        out.writeStringProperty("lead", lead.name());
        out.writeNumberProperty("rate", cut.recording().rate());
        out.writeStringProperty("beats", cut.found() ? "found" : "marked");
        out.writeEndObject();
    }

    /** Answers as lines, each a beat of the document, and nothing else. */
    static AnswersJson lines(Writer writer, ModelCard card, RecordingFile.Cut cut) {
        return new AnswersJson(
                Json.lines(writer),
                true,
                card.beats().classes(),
                OptionalDouble.of(cut.recording().rate()));
    }

    @Override
    public void add(AnsweredBlock block) {
        for (int i = 0; i < block.size(); i++) {
            write(block, i);
            if (lines) {
                out.writeRaw('\n');
            }
        }
        out.flush();
    }

    private void write(AnsweredBlock block, int i) {
        row++;
        out.writeStartObject();
        out.writeNumberProperty("row", row);
        if (rate.isPresent()) {
            Beat beat = block.beats().beat(i);
            out.writeStringProperty("record", beat.record());
            out.writeNumberProperty("sample", beat.position());
            out.writeNumberProperty("time", RecordingBeats.seconds(beat, rate.getAsDouble()));
        }
        if (block.isFlat(i)) {
            out.writeNullProperty("class");
            out.writeNullProperty("probabilities");
            out.writeStringProperty("reason", "flat");
        } else {
            out.writeStringProperty("class", classes.get(block.answers().label(i)));
            out.writeName("probabilities");
            out.writeStartArray();
            for (int label = 0; label < classes.size(); label++) {
                out.writeNumber(block.answers().probability(i, label));
            }
            out.writeEndArray();
        }
        flags(block, i);
        out.writeEndObject();
    }

    /** Of beats of a recording. */
    private void flags(AnsweredBlock block, int row) {
        if (rate.isEmpty()) {
            return;
        }
        int second = block.second(row);
        if (second >= 0) {
            out.writeStringProperty("second", classes.get(second));
        }
        out.writeName("flags");
        out.writeStartArray();
        block.flags().get(row).forEach(flag -> out.writeString(flag.word()));
        out.writeEndArray();
    }

    @Override
    public void end(Optional<PartScore> scores, List<SummaryLine> summary) {
        if (lines) {
            out.flush();
            return;
        }
        out.writeEndArray();
        if (!summary.isEmpty()) {
            out.writePOJOProperty("summary", summary);
        }
        scores.ifPresent(score -> out.writePOJOProperty("scores", score));
        out.writeEndObject();
        out.writeRaw('\n');
        out.flush();
    }
}
