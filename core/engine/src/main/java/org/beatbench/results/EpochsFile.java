package org.beatbench.results;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.Epoch;
import org.beatbench.api.UserError;

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
        try (CsvReader<CsvRecord> in = CsvReader.builder().ofCsvRecord(file)) {
            return in.stream()
                    .skip(1)
                    .map(CsvRecord::getFields)
                    .map(EpochFields::parse)
                    .toList();
        } catch (CsvParseException | IllegalArgumentException e) {
            throw new UserError(
                    file + " does not hold epochs: " + e.getMessage(),
                    "delete its folder and run the experiment again");
        }
    }
}
