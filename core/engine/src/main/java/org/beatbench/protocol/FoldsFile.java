package org.beatbench.protocol;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;

/**
 * A file of one's own that says to which fold each row of a data set belongs: comma-separated, with the columns {@code row}
 * (from 0, as in stored answers) and {@code fold}, and perhaps others, which are passed over.
 */
final class FoldsFile {

    private static final String ROW = "row";
    private static final String FOLD = "fold";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final int MOST_FOLDS = 999;
    private static final int NAMED = 10;
    private static final int HASH_LENGTH = 16;
    private static final String HINT =
            "the first line is row,fold; then each row of the data set stands once, from 0, with the name of its fold";

    private static final Comparator<String> BY_NUMBER = Comparator.<String>comparingLong(
                    name -> name.matches("[0-9]{1,18}") ? Long.parseLong(name) : Long.MAX_VALUE)
            .thenComparing(Comparator.naturalOrder());

    private final Path file;
    private final Map<Integer, Placed> folds;
    private final String hash;

    private FoldsFile(Path file, Map<Integer, Placed> folds) {
        this.file = file;
        this.folds = folds;
        this.hash = hash(folds);
    }

    /** The fold of a row, and the line that says so. */
    private record Placed(String fold, long line) {}

    /**
     * Reads a file.
     *
     * @throws UserError naming everything that is wrong with it whatever the data set
     */
    static FoldsFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    "no folds file " + file,
                    "name one that is there, from the folder in which beatbench is started; " + HINT);
        }
        List<String> problems = new ArrayList<>();
        Map<Integer, Placed> folds = new TreeMap<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .ofCsvRecord(Contents.text(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""))) {
            int row = -1;
            int fold = -1;
            for (CsvRecord line : reader) {
                List<String> fields =
                        line.getFields().stream().map(String::strip).toList();
                if (row < 0) {
                    row = fields.indexOf(ROW);
                    fold = fields.indexOf(FOLD);
                    if (row < 0 || fold < 0) {
                        throw new UserError(
                                file + ":1: the columns " + ROW + " and " + FOLD + " are not both named", HINT);
                    }
                } else {
                    place(line.getStartingLineNumber(), field(fields, row), field(fields, fold), folds, problems);
                }
            }
        } catch (CharacterCodingException e) {
            throw new UserError(file + ": is not text in UTF-8", "save it as UTF-8");
        } catch (CsvParseException e) {
            throw new UserError(file + ": is not comma-separated text: " + e.getMessage(), HINT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (folds.isEmpty() && problems.isEmpty()) {
            problems.add("names no row");
        }
        throwIfAny(file, problems);
        return new FoldsFile(file, folds);
    }

    private static String field(List<String> fields, int place) {
        return place < fields.size() ? fields.get(place) : "";
    }

    private static void place(long line, String row, String fold, Map<Integer, Placed> folds, List<String> problems) {
        if (!NAME.matcher(fold).matches()) {
            problems.add("line " + line
                    + ": a fold is named by up to 32 letters, digits, dots, hyphens and underscores: '" + fold + "'");
            return;
        }
        try {
            int number = Integer.parseInt(row);
            Placed other = number < 0 ? null : folds.putIfAbsent(number, new Placed(fold, line));
            if (number < 0) {
                problems.add("line " + line + ": rows are counted from 0: " + row);
            } else if (other != null) {
                problems.add("line " + line + ": row " + number + " stands in line " + other.line() + " already");
            }
        } catch (NumberFormatException e) {
            problems.add("line " + line + ": not the number of a row: '" + row + "'");
        }
    }

    private static void throwIfAny(Path file, List<String> problems) {
        if (!problems.isEmpty()) {
            List<String> named = new ArrayList<>(problems.subList(0, Math.min(NAMED, problems.size())));
            if (problems.size() > NAMED) {
                named.add("and " + (problems.size() - NAMED) + " more");
            }
            throw UserError.of(file.toString(), named, HINT);
        }
    }

    /** Names what it says, whatever the order of its lines; changes with every row that goes elsewhere. */
    String hash() {
        return hash;
    }

    private static String hash(Map<Integer, Placed> folds) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            folds.forEach((row, placed) ->
                    digest.update((row + "," + placed.fold() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The rows of each fold, by name: numbers in their order, then others.
     *
     * @param apart whether no subject may be in two folds
     * @throws UserError naming everything in which the file and the data set do not agree
     */
    Map<String, Selection> rowsByFold(Beats beats, boolean apart) {
        List<String> problems = new ArrayList<>();
        folds.forEach((row, placed) -> {
            if (row >= beats.size()) {
                problems.add("line " + placed.line() + ": row " + row + " is not in the data set, which has "
                        + beats.size() + " rows");
            }
        });
        addMissing(beats.size(), problems);
        Set<String> names = new TreeSet<>(BY_NUMBER);
        folds.values().forEach(placed -> names.add(placed.fold()));
        if (names.size() < 2 || names.size() > MOST_FOLDS) {
            problems.add("there must be 2 to " + MOST_FOLDS + " folds: " + names.size());
        }
        if (apart) {
            addShared(beats, problems);
        }
        throwIfAny(file, problems);
        Map<String, IntStream.Builder> rows = new TreeMap<>(BY_NUMBER);
        folds.forEach((row, placed) ->
                rows.computeIfAbsent(placed.fold(), any -> IntStream.builder()).add(row));
        Map<String, Selection> selected = new TreeMap<>(BY_NUMBER);
        rows.forEach(
                (name, some) -> selected.put(name, Selection.of(some.build().toArray())));
        return selected;
    }

    private String foldOf(int row) {
        Placed placed = folds.get(row);
        return placed == null ? "" : placed.fold();
    }

    /** Rows that are not in the file, a stretch of them in one problem. */
    private void addMissing(int size, List<String> problems) {
        for (int row = 0; row < size; row++) {
            if (!folds.containsKey(row)) {
                int first = row;
                while (row + 1 < size && !folds.containsKey(row + 1)) {
                    row++;
                }
                problems.add(
                        first == row ? "row " + row + " is missing" : "rows " + first + " to " + row + " are missing");
            }
        }
    }

    private void addShared(Beats beats, List<String> problems) {
        Map<String, Set<String>> foldsOf = new TreeMap<>();
        for (int row = 0; row < beats.size(); row++) {
            if (folds.containsKey(row)) {
                foldsOf.computeIfAbsent(Subjects.owner(beats.beat(row)), any -> new TreeSet<>(BY_NUMBER))
                        .add(foldOf(row));
            }
        }
        foldsOf.forEach((subject, names) -> {
            if (names.size() > 1) {
                problems.add("subject " + subject + " is in several folds: " + String.join(", ", names));
            }
        });
    }
}
