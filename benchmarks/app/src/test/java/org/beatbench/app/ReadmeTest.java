package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.text.Numbers;
import org.beatbench.comparison.text.Quantity;
import org.junit.jupiter.api.Test;

/** What the READMEs show is what was published. */
class ReadmeTest {

    private static final Path PUBLISHED = Path.of("reports", "published", "standard");

    @Test
    void showsSevenClassifiersAtAGlance() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(atAGlance());
    }

    @Test
    void showsThePublishedTable() throws IOException {
        assertThat(Files.readString(Path.of("reports", "README.md")))
                .contains(Files.readString(PUBLISHED.resolve("summary.md")));
    }

    /** The classifiers on people they know and on people they do not, the best of the latter first. */
    private static String atAGlance() throws IOException {
        List<NamedCsvRecord> numbers = published();
        StringBuilder table = new StringBuilder("""
                | Classifier | macro-F1, people it knows | macro-F1, new people | accuracy, new people |
                | --- | ---: | ---: | ---: |
                """);
        numbers.stream()
                .filter(row -> is(row, "ds1-ds2", "macro-f1") && !isCanary(row))
                .sorted(Comparator.comparingDouble((NamedCsvRecord row) -> number(row, "value"))
                        .reversed())
                .map(row -> row.getField("classifier"))
                .forEach(classifier -> table.append("| %s | %s | %s | %s |%n"
                        .formatted(
                                classifier,
                                text(numbers, classifier, "beats", "macro-f1", Quantity.SCORE),
                                text(numbers, classifier, "ds1-ds2", "macro-f1", Quantity.SCORE),
                                text(numbers, classifier, "ds1-ds2", "accuracy", Quantity.SHARE))
                        .replace("\r\n", "\n")));
        return table + "| *always N* | " + text(numbers, "Majority class", "beats", "macro-f1", Quantity.SCORE) + " | "
                + text(numbers, "Majority class", "ds1-ds2", "macro-f1", Quantity.SCORE) + " | "
                + text(numbers, "Majority class", "ds1-ds2", "accuracy", Quantity.SHARE) + " |\n";
    }

    private static List<NamedCsvRecord> published() throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(PUBLISHED.resolve("results.csv"))) {
            return rows.stream()
                    .filter(row -> row.getField("split").equals("all"))
                    .toList();
        }
    }

    private static boolean isCanary(NamedCsvRecord row) {
        return List.of("Majority class", "Class by chance", "Length alone", "Twin finder")
                .contains(row.getField("classifier"));
    }

    private static boolean is(NamedCsvRecord row, String protocol, String metric) {
        return row.getField("protocol").equals(protocol)
                && row.getField("metric").equals(metric);
    }

    private static String text(
            List<NamedCsvRecord> numbers, String classifier, String protocol, String metric, Quantity quantity) {
        NamedCsvRecord row = numbers.stream()
                .filter(one -> one.getField("classifier").equals(classifier) && is(one, protocol, metric))
                .findFirst()
                .orElseThrow();
        return Numbers.estimate(quantity, new Estimate(number(row, "value"), number(row, "low"), number(row, "high")));
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
