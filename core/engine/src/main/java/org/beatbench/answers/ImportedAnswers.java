package org.beatbench.answers;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;

/**
 * Answers that another program gave: a table with the column {@code row} and one of probabilities for each class, named after it,
 * in any order, for exactly the beats that were asked.
 *
 * @param answers in the order of the rows that were asked
 * @param scaled how many rows had another sum than 1, within the tolerance, and were divided by it
 */
public record ImportedAnswers(Answers answers, int scaled) {

    private static final String ROW = "row";
    private static final double TOLERANCE = 1e-3;

    /** What rounding to a few digits, or to float, does not make. */
    private static final double EXACT = 1e-6;

    private static final int MOST_PROBLEMS = 10;
    private static final String HINT =
            "the first line is row and the names of the classes; then each row of test.csv stands as often"
                    + " as there, with probabilities that sum to 1";

    /**
     * Reads answers.
     *
     * @param beats the whole data set
     * @param asked rows of the data set
     * @throws UserError naming what is wrong, the first ten problems at most
     */
    public static ImportedAnswers read(Path file, Beats beats, Selection asked) throws IOException {
        List<String> problems = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            throw new UserError("there is no file " + file, "name the file of the answers");
        }
        try (CsvReader<CsvRecord> in = CsvReader.builder().ofCsvRecord(file, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> records = in.iterator();
            if (!records.hasNext()) {
                throw new UserError(file + " is empty", HINT);
            }
            List<String> header = records.next().getFields();
            checkHeader(header, beats.classes(), problems);
            failFor(file, problems);
            Reader reader = new Reader(header, beats.classes(), asked, problems);
            while (records.hasNext() && problems.size() < MOST_PROBLEMS) {
                reader.add(records.next());
            }
            if (problems.size() < MOST_PROBLEMS) {
                reader.checkComplete();
            }
            failFor(file, problems);
            return new ImportedAnswers(Answers.of(beats, asked, Predictions.of(reader.inOrder(asked))), reader.scaled);
        } catch (CsvParseException | CharacterCodingException e) {
            throw new UserError(file + " is no table in UTF-8: " + e.getMessage(), HINT);
        }
    }

    private static void failFor(Path file, List<String> problems) {
        if (!problems.isEmpty()) {
            throw UserError.of(file.toString(), problems, HINT);
        }
    }

    private static void checkHeader(List<String> header, List<String> classes, List<String> problems) {
        List<String> wanted = new ArrayList<>(List.of(ROW));
        wanted.addAll(classes);
        wanted.stream()
                .filter(name -> !header.contains(name))
                .forEach(name -> problems.add("there is no column " + name));
        header.stream()
                .filter(name -> !wanted.contains(name))
                .forEach(name -> problems.add("column " + name + " is no class of the data set"));
        if (new HashSet<>(header).size() < header.size()) {
            problems.add("two columns have one name");
        }
    }

    /** Collects probabilities by row; several times where a row is asked several times. */
    private static final class Reader {

        private final List<String> header;
        private final List<String> classes;
        private final List<String> problems;
        private final Map<Integer, Long> times;
        private final Map<Integer, Deque<float[]>> given = new HashMap<>();
        private int scaled;

        Reader(List<String> header, List<String> classes, Selection asked, List<String> problems) {
            this.header = header;
            this.classes = classes;
            this.problems = problems;
            this.times = asked.stream().boxed().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
        }

        void add(CsvRecord record) {
            String place = "line " + record.getStartingLineNumber() + ": ";
            String written = record.getField(header.indexOf(ROW));
            if (!written.matches("[0-9]{1,9}")) {
                problems.add(place + "\"" + written + "\" is no row");
                return;
            }
            int row = Integer.parseInt(written);
            Deque<float[]> mine = given.computeIfAbsent(row, any -> new ArrayDeque<>());
            long wanted = times.getOrDefault(row, 0L);
            if (wanted == 0) {
                problems.add(place + "row " + row + " is no test row of this split");
            } else if (mine.size() == wanted) {
                problems.add(place + "row " + row + " stands there once more");
            } else {
                mine.add(probabilities(record, place));
            }
        }

        private float[] probabilities(CsvRecord record, String place) {
            double[] values = new double[classes.size()];
            double sum = 0;
            for (int label = 0; label < values.length; label++) {
                String written = record.getField(header.indexOf(classes.get(label)));
                values[label] = number(written);
                if (!(values[label] >= 0 && values[label] <= 1 + TOLERANCE)) {
                    problems.add(place + "\"" + written + "\" for " + classes.get(label) + " is no probability");
                    return new float[values.length];
                }
                sum += values[label];
            }
            if (Math.abs(sum - 1) > TOLERANCE) {
                problems.add(place + "the probabilities sum to " + (float) sum);
            }
            boolean exact = Math.abs(sum - 1) <= EXACT;
            scaled += exact ? 0 : 1;
            float[] row = new float[values.length];
            for (int label = 0; label < row.length; label++) {
                row[label] = (float) Math.min(1, exact ? values[label] : values[label] / sum);
            }
            return row;
        }

        private static double number(String written) {
            try {
                return Double.parseDouble(written);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        void checkComplete() {
            List<Integer> missing = times.entrySet().stream()
                    .filter(row ->
                            given.getOrDefault(row.getKey(), new ArrayDeque<>()).size() < row.getValue())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (!missing.isEmpty()) {
                problems.add(missing.size() + " of " + times.size() + " test rows are missing, the first is row "
                        + missing.get(0));
            }
        }

        Rows inOrder(Selection asked) {
            Rows.Builder rows = Rows.builder(classes.size());
            asked.stream()
                    .forEach(row ->
                            rows.add(Objects.requireNonNull(given.get(row)).remove()));
            return rows.build();
        }
    }
}
