package org.beatbench.app.models;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.models.PartScore;

/**
 * Answers as CSV: row from 1, class, and a column of probabilities for each class, named as in stored answers. What cannot be judged
 * has neither.
 */
final class AnswersCsv implements AnswerFormat {

    private final CsvWriter out;
    private final List<String> classes;
    private long row;

    private AnswersCsv(CsvWriter out, List<String> classes) {
        this.out = out;
        this.classes = classes;
    }

    static AnswersCsv begin(Writer writer, List<String> classes) {
        AnswersCsv answers = new AnswersCsv(
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer), classes);
        List<String> header = new ArrayList<>(List.of("row", "class"));
        classes.forEach(name -> header.add(Answers.probabilityColumn(name)));
        answers.out.writeRecord(header);
        return answers;
    }

    @Override
    public void add(Predictions answers, BitSet flat) throws IOException {
        for (int i = 0; i < answers.size(); i++) {
            boolean isFlat = flat.get(i);
            List<String> fields =
                    new ArrayList<>(List.of(Long.toString(++row), isFlat ? "" : classes.get(answers.label(i))));
            for (int label = 0; label < classes.size(); label++) {
                fields.add(isFlat ? "" : Float.toString(answers.probability(i, label)));
            }
            out.writeRecord(fields);
        }
        out.flush();
    }

    @Override
    public void end(Optional<PartScore> scores) throws IOException {
        out.flush();
    }
}
