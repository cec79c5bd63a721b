package org.beatbench.reports.comparison;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.beatbench.protocol.Protocol;

/**
 * What others published under the division of de Chazal et al. 2004, which is the protocol {@code ds1-ds2}: a file with the source and
 * the caveat of each, so that a number can be looked up and added without touching the code.
 *
 * @param source who
 * @param year of publication
 * @param doi where it can be read
 * @param accuracy share of beats answered right, 0..1
 * @param jKappa the index of Mar et al. 2011
 * @param vebSensitivity share of ventricular ectopic beats found, 0..1
 * @param vebPredictivity share of beats called ventricular ectopic that are
 * @param svebSensitivity the same of supraventricular ectopic beats
 * @param svebPredictivity the same
 * @param caveat what keeps it from being compared as it stands
 */
record PublishedResults(
        String source,
        int year,
        String doi,
        OptionalDouble accuracy,
        OptionalDouble jKappa,
        OptionalDouble vebSensitivity,
        OptionalDouble vebPredictivity,
        OptionalDouble svebSensitivity,
        OptionalDouble svebPredictivity,
        String caveat) {

    private static final String FILE = "published-ds1-ds2.csv";

    private static final String PROTOCOL = "ds1-ds2";

    /** Those under a protocol, the oldest first; none if it is not that of the file. */
    static List<PublishedResults> under(Protocol protocol) {
        return protocol.id().equals(PROTOCOL) ? all() : List.of();
    }

    private static List<PublishedResults> all() {
        try (InputStream in = PublishedResults.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + FILE);
            }
            return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .map(PublishedResults::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedResults of(NamedCsvRecord line) {
        return new PublishedResults(
                line.getField("source"),
                Integer.parseInt(line.getField("year")),
                line.getField("doi"),
                number(line, "accuracy"),
                number(line, "jkappa"),
                number(line, "veb_sensitivity"),
                number(line, "veb_positive_predictivity"),
                number(line, "sveb_sensitivity"),
                number(line, "sveb_positive_predictivity"),
                line.getField("caveat"));
    }

    private static OptionalDouble number(NamedCsvRecord line, String column) {
        String text = line.getField(column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
