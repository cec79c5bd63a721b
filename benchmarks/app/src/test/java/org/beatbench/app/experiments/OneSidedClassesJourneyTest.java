package org.beatbench.app.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.beatbench.app.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class that is in one of two files only is named at the start, in the audit and wherever an average over classes stands. */
class OneSidedClassesJourneyTest {

    private final SplittableRandom random = new SplittableRandom(4);

    @TempDir
    private Path folder;

    @Test
    void saysWhichClassesAreOnOneSideOnly() throws IOException {
        write("Miss_TRAIN.ts", List.of("normal", "atrial", "ventricular"), 30);
        write("Miss_TEST.ts", List.of("normal", "ventricular", "unseen"), 12);
        Files.writeString(folder.resolve("miss.yaml"), """
                dataset: {id: ucr, settings: {folder: '%s', problem: Miss}}
                protocols: [beats]
                classifiers: [{id: knn, label: Neighbours}, decision-tree]
                canaries: false
                """.formatted(folder));

        Cli run = call("run", "--untimed");

        assertThat(run.exitCode()).as(run.err()).isZero();
        String unseen = "Class unseen (12 test beats) has no training beat: no classifier can answer it";
        String atrial = "Class atrial (30 beats to learn from) has no test beat: its scores are not defined";
        assertThat(run.out())
                .contains("WARN, class unseen in the test only, class atrial in training only", unseen, atrial)
                .containsPattern("macro-F1 0\\.[0-9]{3} \\(0\\.[0-9]{3} over the classes of both sides\\)");
        assertThat(call("audit").out()).contains("WARN  Classes on one side: " + unseen, atrial);

        Path results = folder.resolve("miss");
        String page = Files.readString(results.resolve("report/report.html"));
        assertThat(page).contains("not all classes are on both sides", "Macro-F1, both sides");
        List<String> numbers = Files.readAllLines(results.resolve("report/results.csv"));
        double whole = value(numbers, "macro-f1");
        assertThat(value(numbers, "macro-f1-both-sides")).isGreaterThan(whole).isCloseTo(whole * 3 / 2, within(1e-12));
        assertThat(call("verify").exitCode()).isZero();
    }

    /** Of all rows of the neighbours under the protocol together. */
    private static double value(List<String> numbers, String metric) {
        return numbers.stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[0].equals("beats") && row[1].equals("Neighbours") && row[6].equals("all"))
                .filter(row -> row[7].equals(metric))
                .mapToDouble(row -> Double.parseDouble(row[9]))
                .findFirst()
                .orElseThrow();
    }

    private Cli call(String command, String... more) {
        String target =
                command.equals("verify") ? "miss" : folder.resolve("miss.yaml").toString();
        return Cli.run(Stream.concat(Stream.of(command, target, "--results", folder.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void write(String name, List<String> classes, int ofEach) throws IOException {
        StringBuilder text = new StringBuilder("@classLabel true normal atrial ventricular unseen\n@data\n");
        for (String one : classes) {
            for (int i = 0; i < ofEach; i++) {
                for (int t = 0; t < 20; t++) {
                    double value = Math.sin(t / (1.0 + one.length() % 5)) + 0.3 * random.nextDouble();
                    text.append(t == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.5f", value));
                }
                text.append(':').append(one).append('\n');
            }
        }
        Files.writeString(folder.resolve(name), text);
    }
}
