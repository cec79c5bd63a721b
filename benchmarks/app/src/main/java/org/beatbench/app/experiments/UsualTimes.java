package org.beatbench.app.experiments;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.beatbench.harness.Pace;

/**
 * What the classifiers that come with the program took once, on the machine of the published report of {@code standard} under
 * {@code ds1-ds2}: enough for a first estimate, which learns from each trial how fast this machine is.
 */
final class UsualTimes {

    private static final String FILE = "usual-times.csv";

    private UsualTimes() {}

    /** By the ids of classifiers. */
    static Map<String, Pace> read() throws IOException {
        Map<String, Pace> times = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(UsualTimes.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            for (NamedCsvRecord row : rows) {
                times.put(
                        row.getField("classifier"),
                        new Pace(
                                number(row, "training-beats"),
                                number(row, "test-beats"),
                                (int) number(row, "epochs"),
                                number(row, "fit-seconds"),
                                number(row, "test-seconds")));
            }
        }
        return times;
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
