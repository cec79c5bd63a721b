package org.beatbench.inquiry;

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
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;

/**
 * A form of findings: a gzipped table that any tool reads.
 *
 * @param columns their names
 * @param content what it holds, for messages
 * @param remedy what to do if it does not
 */
public record FindingsTable(List<String> columns, String content, String remedy) {

    private static final String AGAIN = "delete its folder and run the experiment again";

    public FindingsTable {
        columns = List.copyOf(columns);
    }

    /** One of a trial. */
    public FindingsTable(List<String> columns, String content) {
        this(columns, content, AGAIN);
    }

    public void write(List<List<String>> rows, Path file) throws IOException {
        try (CsvWriter out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            out.writeRecord(columns);
            rows.forEach(out::writeRecord);
        }
    }

    /**
     * Reads a file.
     *
     * @param meaning of all rows; throws IllegalArgumentException if they have none
     * @throws UserError if it does not hold what it should
     */
    public <T> T read(Path file, Function<List<List<String>>, T> meaning) throws IOException {
        try (CsvReader<CsvRecord> in = CsvReader.builder()
                .ofCsvRecord(new InputStreamReader(Contents.unpacked(file, remedy), StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> records = in.iterator();
            if (!records.hasNext() || !records.next().getFields().equals(columns)) {
                throw new IllegalArgumentException("the columns are not " + String.join(", ", columns));
            }
            List<List<String>> rows = new ArrayList<>();
            records.forEachRemaining(record -> rows.add(record.getFields()));
            if (rows.stream().anyMatch(row -> row.size() != columns.size())) {
                throw new IllegalArgumentException("a row has not " + columns.size() + " fields");
            }
            return meaning.apply(rows);
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new UserError(file + " does not hold " + content + ": " + e.getMessage(), remedy);
        }
    }

    /** The class of a name, for readers. */
    public static int label(String name, List<String> classes) {
        int label = classes.indexOf(name);
        if (label < 0) {
            throw new IllegalArgumentException("unknown class " + name);
        }
        return label;
    }
}
