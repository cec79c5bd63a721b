package org.beatbench.data.annotations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.data.columns.ColumnReader;
import org.beatbench.files.Contents;

/**
 * Reads marks from a table: a line each, with the sample (counted from 0) or the time since the beginning, and mostly a symbol or
 * words for what is there. Columns are known by their names. Without names, the first number is the place, a sample if all are
 * whole numbers and seconds if not, and the first text is the symbol. What {@code rdann} of WFDB prints is such a table, too.
 */
final class AnnotationTable {

    private static final int MOST_PROBLEMS = 10;

    private AnnotationTable() {}

    /**
     * Reads a table.
     *
     * @throws UserError naming what is wrong in it, or if it is too large to be one
     */
    static List<Mark> read(Path file) throws IOException {
        try (ColumnReader line = ColumnReader.open(file, new ByteArrayInputStream(Contents.bytes(file)))) {
            boolean more = line.next();
            if (!more) {
                throw new UserError(file + " is empty, so there are no marks", TableLayout.HINT);
            }
            TableLayout layout = TableLayout.of(line);
            more = !layout.named() || line.next();
            List<Mark> marks = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            int wrong = 0;
            for (; more; more = line.next()) {
                try {
                    marks.add(layout.mark(line));
                } catch (IllegalArgumentException e) {
                    if (wrong++ < MOST_PROBLEMS) {
                        problems.add(line.place() + ": " + e.getMessage());
                    }
                }
            }
            if (wrong > MOST_PROBLEMS) {
                problems.add("and " + (wrong - MOST_PROBLEMS) + " more lines");
            }
            if (wrong > 0) {
                throw UserError.of("lines that are no marks", problems, TableLayout.HINT);
            }
            return layout.named() ? marks : counted(marks);
        }
    }

    /** Places without a name are samples if all are whole numbers. */
    private static List<Mark> counted(List<Mark> marks) {
        boolean whole = marks.stream().allMatch(mark -> mark.isTimed() && mark.seconds() == Math.rint(mark.seconds()));
        return whole
                ? marks.stream()
                        .map(mark -> Mark.atSample((long) mark.seconds(), mark.text()))
                        .toList()
                : marks;
    }
}
