package org.beatbench.app.models;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.beatbench.answers.Answers;
import org.beatbench.api.Beat;
import org.beatbench.models.BeatFlag;
import org.beatbench.models.PartScore;

/**
 * Answers as CSV: row from 1, class, and a column of probabilities for each class, named as in stored answers. What cannot be judged
 * has neither. For beats of a recording also their place, the class that comes second, and flags.
 */
final class AnswersCsv implements AnswerFormat {

    private final CsvWriter out;
    private final List<String> classes;
    private final OptionalDouble rate;
    private long row;

    private AnswersCsv(CsvWriter out, List<String> classes, OptionalDouble rate) {
        this.out = out;
        this.classes = classes;
        this.rate = rate;
    }

    static AnswersCsv begin(Writer writer, List<String> classes, OptionalDouble rate) {
        AnswersCsv answers = new AnswersCsv(
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer), classes, rate);
        List<String> header = new ArrayList<>(List.of("row"));
        if (rate.isPresent()) {
            header.addAll(List.of("record", "sample", "time"));
        }
        header.add("class");
        classes.forEach(name -> header.add(Answers.probabilityColumn(name)));
        if (rate.isPresent()) {
            header.addAll(List.of("second", "flags"));
        }
        answers.out.writeRecord(header);
        return answers;
    }

    @Override
    public void add(AnsweredBlock block) throws IOException {
        for (int i = 0; i < block.size(); i++) {
            boolean isFlat = block.isFlat(i);
            List<String> fields = new ArrayList<>(List.of(Long.toString(++row)));
            if (rate.isPresent()) {
                Beat beat = block.beats().beat(i);
                fields.addAll(List.of(
                        beat.record(),
                        Long.toString(beat.position()),
                        RecordingBeats.seconds(beat, rate.getAsDouble()).toPlainString()));
            }
            fields.add(isFlat ? "" : classes.get(block.answers().label(i)));
            for (int label = 0; label < classes.size(); label++) {
                fields.add(isFlat ? "" : Float.toString(block.answers().probability(i, label)));
            }
            if (rate.isPresent()) {
                int second = block.second(i);
                fields.add(second < 0 ? "" : classes.get(second));
                fields.add(BeatFlag.words(block.flags().get(i)));
            }
            out.writeRecord(fields);
        }
        out.flush();
    }

    @Override
    public void end(Optional<PartScore> scores, List<SummaryLine> summary) throws IOException {
        out.flush();
    }
}
