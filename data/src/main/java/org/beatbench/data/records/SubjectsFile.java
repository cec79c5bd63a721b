package org.beatbench.data.records;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;
import org.beatbench.files.Contents;

/** A CSV file that says whose each record is, with the columns {@code record} and {@code subject}. */
final class SubjectsFile {

    /** The name under which it is found without a setting. */
    static final String NAME = "subjects.csv";

    private static final int MOST_PROBLEMS = 20;

    private static final String HINT =
            "the file has a line of column names, record,subject, and then a line for each record,"
                    + " such as a1,person-a";

    private final Path file;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> subjects = new LinkedHashMap<>();

    private SubjectsFile(Path file) {
        this.file = file;
    }

    /**
     * Whose each record is.
     *
     * @param folder of the records
     * @param written the setting: a file, seen from there or from where the program runs; empty for {@link #NAME}, if it is there
     * @param all the records of the folder, which may be named
     * @param chosen those of them that must be
     * @return subject by record; empty if there is no such file
     * @throws UserError naming all that is wrong with it
     */
    static Map<String, String> read(Path folder, String written, Collection<String> all, Collection<String> chosen)
            throws IOException {
        Path beside = folder.resolve(written.isEmpty() ? NAME : written);
        Path file = Files.isRegularFile(beside) || written.isEmpty() ? beside : Path.of(written);
        if (!Files.isRegularFile(file)) {
            if (written.isEmpty()) {
                return Map.of();
            }
            throw new UserError(
                    "there is no file " + beside + ", which is to say whose the records are",
                    "name it with the setting subjects, seen from the folder of the records; " + HINT);
        }
        return new SubjectsFile(file).read(all, chosen);
    }

    private Map<String, String> read(Collection<String> all, Collection<String> chosen) throws IOException {
        List<String> lines;
        try {
            lines = Contents.text(file, StandardCharsets.UTF_8).lines().toList();
        } catch (CharacterCodingException e) {
            throw new UserError(file + " is not text in UTF-8", "save it as UTF-8");
        }
        List<String> names = lines.isEmpty() ? List.of() : fields(lines.get(0).replaceFirst("^\uFEFF", ""));
        int record = column(names, "record");
        int subject = column(names, "subject");
        if (record < 0 || subject < 0) {
            throw new UserError(file + ": line 1: there is no column " + (record < 0 ? "record" : "subject"), HINT);
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                List<String> fields = fields(lines.get(i));
                if (fields.size() != names.size()) {
                    problem(i, fields.size() + " fields, but " + names.size() + " columns");
                } else {
                    add(i, fields.get(record), fields.get(subject), all);
                }
            }
        }
        chosen.stream()
                .filter(name -> !subjects.containsKey(name))
                .forEach(name -> problems.add("record " + name + " is missing"));
        if (!problems.isEmpty()) {
            List<String> shown = new ArrayList<>(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
            if (problems.size() > MOST_PROBLEMS) {
                shown.add("and " + (problems.size() - MOST_PROBLEMS) + " more problems");
            }
            throw UserError.of(file.toString(), shown, HINT);
        }
        return subjects;
    }

    private void add(int line, String record, String subject, Collection<String> all) {
        if (!all.contains(record)) {
            problem(line, "there is no record " + record + DidYouMean.among(record, new TreeSet<>(all)));
        } else if (subject.isEmpty()) {
            problem(line, "record " + record + " has no subject");
            subjects.put(record, subject);
        } else if (subjects.containsKey(record)) {
            problem(line, "record " + record + " is named a second time");
        } else {
            subjects.put(record, subject);
        }
    }

    private void problem(int line, String text) {
        problems.add("line " + (line + 1) + ": " + text);
    }

    private static int column(List<String> names, String wanted) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).toLowerCase(Locale.ROOT).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(String::strip)
                .map(field -> field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
                        ? field.substring(1, field.length() - 1)
                        : field)
                .toList();
    }
}
