package org.beatbench.answers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;
import tools.jackson.core.io.NumberInput;

/**
 * Answers as gzipped CSV that any tool reads: row of the data set, record, subject, position, true class, and a column of
 * probabilities for each class, named after it. Probabilities are written so that reading gives back the same bits.
 */
public final class AnswersFile {

    private static final String REMEDY = "delete its folder and run the experiment again";
    private static final List<String> KNOWN_COLUMNS = List.of("row", "record", "subject", "position", "truth");

    private AnswersFile() {}

    public static void write(Answers answers, Path file) throws IOException {
        List<String> header = new ArrayList<>(KNOWN_COLUMNS);
        answers.classes().forEach(name -> header.add(Answers.probabilityColumn(name)));
        try (CsvWriter out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.writeRecord(header);
            for (int i = 0; i < answers.size(); i++) {
                out.writeRecord(record(answers, i));
            }
        }
    }

    /**
     * Reads answers.
     *
     * @throws UserError if the file holds none
     */
    public static Answers read(Path file) throws IOException {
        try (CsvReader<CsvRecord> in = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(Contents.unpacked(file, REMEDY), StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> records = in.iterator();
            if (!records.hasNext()) {
                throw new IllegalArgumentException("it is empty");
            }
            List<String> classes = records.next().getFields().stream()
                    .skip(KNOWN_COLUMNS.size())
                    .map(Answers::classOfColumn)
                    .toList();
            List<AnsweredBeat> beats = new ArrayList<>();
            Map<String, String> names = new HashMap<>();
            Rows.Builder probabilities = Rows.builder(classes.size());
            while (records.hasNext()) {
                CsvRecord record = records.next();
                beats.add(answered(record, classes, names));
                probabilities.add(probabilities(record, classes.size()));
            }
            return Answers.of(classes, beats, Predictions.of(probabilities.build()));
        } catch (CsvParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UserError(file + " does not hold answers: " + e.getMessage(), REMEDY);
        }
    }

    private static List<String> record(Answers answers, int row) {
        AnsweredBeat beat = answers.beat(row);
        List<String> fields = new ArrayList<>(List.of(
                Integer.toString(beat.row()),
                beat.record(),
                beat.subject(),
                Long.toString(beat.position()),
                answers.classes().get(beat.truth())));
        for (int label = 0; label < answers.classes().size(); label++) {
            fields.add(Float.toString(answers.probability(row, label)));
        }
        return fields;
    }

    private static AnsweredBeat answered(CsvRecord record, List<String> classes, Map<String, String> names) {
        String truth = record.getField(4);
        if (!classes.contains(truth)) {
            throw new IllegalArgumentException("line " + record.getStartingLineNumber() + ": unknown class " + truth);
        }
        return new AnsweredBeat(
                Integer.parseInt(record.getField(0)),
                known(record.getField(1), names),
                known(record.getField(2), names),
                Long.parseLong(record.getField(3)),
                classes.indexOf(truth));
    }

    /** Of the few names, which stand in every row, one object each. */
    private static String known(String name, Map<String, String> names) {
        String known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private static float[] probabilities(CsvRecord record, int classes) {
        float[] row = new float[classes];
        for (int label = 0; label < classes; label++) {
            // Rounds as Float.parseFloat does, and is made for speed: a report reads millions of these.
            row[label] = NumberInput.parseFloat(record.getField(KNOWN_COLUMNS.size() + label), true);
        }
        return row;
    }
}
