package org.beatbench.data.annotations;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beatbench.api.UserError;
import org.beatbench.data.columns.ColumnReader;
import org.beatbench.data.columns.Moment;

/** Where in the lines of a table of marks their places and symbols stand. */
sealed interface TableLayout {

    String HINT =
            "give each mark a line with its sample or its time in seconds, and a symbol such as N or V, under names of columns"
                    + " such as sample,symbol or time,symbol";

    /** Whether the first line has the names of columns. */
    boolean named();

    /**
     * The mark of a line.
     *
     * @throws IllegalArgumentException if it has none, saying why
     */
    Mark mark(ColumnReader line);

    /** The layout of a table whose first line has just been read. */
    static TableLayout of(ColumnReader first) {
        if (Printed.LINE.matcher(first.line()).matches()) {
            return new Printed(false);
        }
        if (Printed.NAMES.matcher(first.line()).matches()) {
            return new Printed(true);
        }
        List<String> fields = first.fields();
        boolean named =
                fields.stream().allMatch(field -> Moment.seconds(field, 0).isEmpty());
        return named ? Columns.named(first.place(), fields) : Columns.unnamed(fields);
    }

    /** What {@code rdann} of WFDB prints: time, sample, symbol, subtype, channel, number and perhaps a text. */
    record Printed(boolean named) implements TableLayout {

        private static final Pattern LINE = Pattern.compile(
                "\\s*(?:\\[[^\\]]*\\]|[\\d:.]+)\\s+(\\d{1,18})\\s+(\\S+)\\s+-?\\d+\\s+-?\\d+\\s+-?\\d+(?:\\s+(.*))?");
        private static final Pattern NAMES =
                Pattern.compile("\\s*(?i:time|elapsed time)\\s+(?i:sample\\s*#)\\s+(?i:type)\\s+.*");

        @Override
        public Mark mark(ColumnReader line) {
            Matcher matcher = LINE.matcher(line.line());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not time, sample, type, sub, chan and num");
            }
            String text = matcher.group(3) == null ? "" : matcher.group(3).strip();
            // A text says more of a rhythm or a note than their symbols.
            boolean isNote = !text.isEmpty() && BeatWord.of(matcher.group(2)).isEmpty();
            return Mark.atSample(Long.parseLong(matcher.group(1)), isNote ? text : matcher.group(2));
        }
    }

    /**
     * Columns, each for one thing; -1 stands for one that is not there.
     *
     * @param sample column of samples
     * @param time column of times
     * @param places see {@link Moment#places}
     * @param text column of symbols
     */
    record Columns(boolean named, int sample, int time, int places, int text) implements TableLayout {

        private static final Pattern SAMPLE =
                Pattern.compile("samples?(?: ?(?:#|no\\.?|numbers?|index|idx|id))?|index|idx|positions?"
                        + "|pos|r ?peaks?(?: (?:samples?|index|idx|positions?))?|peaks?|locs?");
        private static final Pattern TEXT =
                Pattern.compile("symbols?|types?|labels?|class(?:es)?|annotations?|beats?|beat ?types?"
                        + "|descriptions?|texts?|mnemonics?|trial type|values?|kinds?|codes?");

        static Columns named(String place, List<String> names) {
            int sample = -1;
            int time = -1;
            int text = -1;
            for (int i = names.size() - 1; i >= 0; i--) {
                String name = names.get(i)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[_-]", " ")
                        .strip();
                if (SAMPLE.matcher(name).matches()) {
                    sample = i;
                } else if (Moment.isNamed(name)) {
                    time = i;
                } else if (TEXT.matcher(name).matches()) {
                    text = i;
                }
            }
            if (sample < 0 && time < 0) {
                throw new UserError(place + ": no column is called sample or time: " + String.join(", ", names), HINT);
            }
            return new Columns(true, sample, time, time < 0 ? 0 : Moment.places(names.get(time)), text);
        }

        static Columns unnamed(List<String> fields) {
            int place = -1;
            int text = -1;
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (Moment.seconds(fields.get(i), 0).isPresent()) {
                    place = i;
                } else if (!fields.get(i).isEmpty()) {
                    text = i;
                }
            }
            return new Columns(false, -1, place, 0, text);
        }

        @Override
        public Mark mark(ColumnReader line) {
            String symbol = text < 0 ? "" : line.field(text);
            if (sample >= 0) {
                String field = line.number(sample);
                if (!field.matches("\\d{1,18}(?:\\.0*)?")) {
                    throw new IllegalArgumentException("the sample must be a whole number from 0 on: '" + field + "'");
                }
                return Mark.atSample(Long.parseLong(field.replaceFirst("\\..*", "")), symbol);
            }
            String field = line.number(time);
            return Mark.atTime(
                    Moment.seconds(field, places)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "the time must be a number, or hours, minutes and seconds: '" + field + "'"))
                            .doubleValue(),
                    symbol);
        }
    }
}
