package org.beatbench.data.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Form;
import org.beatbench.api.Rows;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.columns.ColumnReader;
import org.beatbench.data.columns.Moment;

/** Reads the beats of one table. */
final class TableReader {

    private static final int NAMED_PROBLEMS = 10;
    private static final int MOST_CLASSES = 1_000;
    private static final int BETWEEN_CHECKS = 1_024;

    private final Columns columns;
    private final List<String> problems = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Beat> beats = new ArrayList<>();
    private final Rows.Builder rows;
    private int wrong;

    private TableReader(Columns columns) {
        this.columns = columns;
        this.rows = Rows.builder(columns.form().width());
    }

    /**
     * Reads a table.
     *
     * @throws UserError naming the lines that are wrong
     */
    static Beats read(Path file, Cancellation cancellation) throws IOException {
        try (ColumnReader lines = ColumnReader.open(file)) {
            if (!lines.next()) {
                throw new UserError(file + " is empty", "its first line names the columns, each other line is a beat");
            }
            TableReader reader = new TableReader(Columns.of(lines.fields(), lines.place()));
            int width = lines.size();
            for (int line = 0; lines.next(); line++) {
                if (line % BETWEEN_CHECKS == 0) {
                    cancellation.check();
                }
                reader.add(lines, width);
            }
            return reader.beats(file);
        }
    }

    private void add(ColumnReader line, int width) {
        try {
            if (line.size() != width) {
                throw new WrongLine(line.size() + " columns; the first line names " + width);
            }
            int[] places = columns.values();
            float[] values = new float[places.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(line, places[i]);
            }
            String label = line.field(columns.of(Columns.CLASS));
            if (label.isEmpty()) {
                throw new WrongLine("it has no class");
            }
            Form form = columns.form();
            beats.add(new Beat(
                    0,
                    (int) whole(line, Columns.LENGTH, form.samples(), form.samples()),
                    seconds(line, Columns.BEFORE),
                    seconds(line, Columns.AFTER),
                    line.field(columns.of(Columns.SUBJECT)),
                    line.field(columns.of(Columns.RECORD)),
                    whole(line, Columns.POSITION, -1, Long.MAX_VALUE),
                    line.field(columns.of(Columns.SYMBOL))));
            labels.add(label);
            rows.add(values);
        } catch (WrongLine e) {
            wrong++;
            if (wrong <= NAMED_PROBLEMS) {
                problems.add(line.place() + ": " + e.getMessage());
            }
        }
    }

    private static float value(ColumnReader line, int column) throws WrongLine {
        String field = line.number(column);
        if (!Moment.isNumber(field)) {
            throw new WrongLine("column " + (column + 1) + " is no number: \"" + shown(field) + '"');
        }
        float value = Float.parseFloat(field);
        if (Float.isInfinite(value)) {
            throw new WrongLine("column " + (column + 1) + " is too great: " + shown(field));
        }
        return value;
    }

    /** What is unknown is empty. */
    private double seconds(ColumnReader line, String name) throws WrongLine {
        int column = columns.of(name);
        return line.field(column).isEmpty() ? Double.NaN : value(line, column);
    }

    private long whole(ColumnReader line, String name, long unknown, long greatest) throws WrongLine {
        String field = line.field(columns.of(name));
        if (field.isEmpty()) {
            return unknown;
        }
        if (!field.matches("\\d{1,18}") || Long.parseLong(field) > greatest) {
            throw new WrongLine(name + " must be a whole number from 0"
                    + (greatest == Long.MAX_VALUE ? "" : " to " + greatest) + ": \"" + shown(field) + '"');
        }
        return Long.parseLong(field);
    }

    private static String shown(String field) {
        return field.length() <= 20 ? field : field.substring(0, 20) + "...";
    }

    private Beats beats(Path file) {
        if (wrong > NAMED_PROBLEMS) {
            problems.add("and " + (wrong - NAMED_PROBLEMS) + " more lines");
        }
        if (!problems.isEmpty()) {
            throw UserError.of(file.toString(), problems, "correct the lines named");
        }
        if (labels.isEmpty()) {
            throw new UserError(file + " holds no beat", "below the names of the columns, each line is a beat");
        }
        List<String> classes = classes(Set.copyOf(labels));
        if (classes.size() > MOST_CLASSES) {
            throw new UserError(
                    file + " has " + classes.size() + " classes", "look whether the column class holds what it should");
        }
        List<Beat> labelled = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Beat beat = beats.get(i);
            labelled.add(new Beat(
                    classes.indexOf(labels.get(i)),
                    beat.unpaddedLength(),
                    beat.rrBefore(),
                    beat.rrAfter(),
                    beat.subject(),
                    beat.record(),
                    beat.position(),
                    beat.symbol()));
        }
        return Beats.of(classes, columns.form(), rows.build(), labelled);
    }

    /** Those of heartbeats in their order if there are no others; else in numeric order if all are numbers, or by characters. */
    private static List<String> classes(Set<String> found) {
        if (BeatClass.names().containsAll(found)) {
            return BeatClass.names();
        }
        Comparator<String> order = found.stream().allMatch(Moment::isNumber)
                ? Comparator.comparingDouble(Double::parseDouble)
                : Comparator.naturalOrder();
        TreeSet<String> sorted = new TreeSet<>(order.thenComparing(Comparator.naturalOrder()));
        sorted.addAll(found);
        return List.copyOf(sorted);
    }

    /** What is wrong with a line. */
    private static final class WrongLine extends Exception {

        private static final long serialVersionUID = 1;

        WrongLine(String message) {
            super(message);
        }
    }
}
