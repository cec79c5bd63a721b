package org.beatbench.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.Epoch;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;

/** The epochs of a trial as CSV that any tool reads, a row for each. */
final class EpochsFile {

    private EpochsFile() {}

    static void write(List<Epoch> epochs, Path file) throws IOException {
        try (CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            out.writeRecord(EpochFields.COLUMNS);
            epochs.forEach(epoch -> out.writeRecord(EpochFields.of(epoch)));
        }
    }

    static List<Epoch> read(Path file) throws IOException {
        try (CsvReader<CsvRecord> in = CsvReader.builder().ofCsvRecord(Contents.text(file, StandardCharsets.UTF_8))) {
            return in.stream()
                    .skip(1)
                    .map(CsvRecord::getFields)
                    .map(EpochFields::parse)
                    .toList();
        } catch (CsvParseException | IllegalArgumentException | CharacterCodingException e) {
            throw new UserError(
                    file + " does not hold epochs: " + e.getMessage(),
                    "delete its folder and run the experiment again");
        }
    }
}
