package org.beatbench.data.ucr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The plain format of the archive: one series a line, its label first, separated by tabs, commas or spaces. Shorter series
 * of a problem of varying length end in NaN, which is dropped. Tables of one's own may have the label last.
 */
final class TableFormat {

    /** No series of so many values goes up by one from value to value, beginning with its own label. */
    private static final int LEAST_COUNTED = 10;

    private final LabelPlace place;

    TableFormat(LabelPlace place) {
        this.place = place;
    }

    SeriesFile read(LineReader lines, Problems problems) throws IOException {
        List<Series> series = new ArrayList<>();
        for (Optional<String> line = lines.next(problems); line.isPresent(); line = lines.next(problems)) {
            if (line.get().isBlank()) {
                continue;
            }
            try {
                series.add(series(line.get(), lines.number()));
            } catch (Values.WrongLine e) {
                String header = lines.number() == 1 && series.isEmpty() ? " (a header? there must be none)" : "";
                problems.add(lines.file(), lines.number(), e.getMessage() + header);
            }
        }
        return new SeriesFile(series, List.of());
    }

    private Series series(String line, long number) throws Values.WrongLine {
        if (line.indexOf(';') >= 0) {
            throw new Values.WrongLine("values are separated by semicolons; only tabs, commas or spaces are read");
        }
        String[] fields = fields(line);
        if (number == 1 && countsColumns(fields)) {
            throw new Values.WrongLine("this line counts the columns");
        }
        boolean last = place == LabelPlace.LAST;
        int first = last ? 0 : 1;
        int end = last ? fields.length - 1 : fields.length;
        while (end > first && Values.isNan(fields[end - 1].strip())) {
            end--;
        }
        String label = fields[last ? fields.length - 1 : 0].strip();
        if (label.isEmpty() || Values.isNan(label)) {
            throw new Values.WrongLine("no label");
        }
        return new Series(label, values(fields, first, end), number);
    }

    private float[] values(String[] fields, int first, int end) throws Values.WrongLine {
        try {
            return Values.parse(fields, first, end);
        } catch (Values.WrongLine e) {
            boolean onlyLast = place == LabelPlace.FIRST
                    && end > first + 1
                    && !fields[end - 1].isBlank()
                    && !Values.isNumber(fields[end - 1].strip())
                    && Arrays.stream(fields, 0, end - 1).map(String::strip).allMatch(Values::isNumber);
            throw onlyLast ? new Values.WrongLine(e.getMessage() + " (a label? with label: last it stands there)") : e;
        }
    }

    private static boolean countsColumns(String[] fields) {
        return fields.length >= LEAST_COUNTED && (countsFrom(0, fields) || countsFrom(1, fields));
    }

    private static boolean countsFrom(int start, String[] fields) {
        return IntStream.range(0, fields.length).allMatch(i -> fields[i].strip().equals(Integer.toString(start + i)));
    }

    private static String[] fields(String line) {
        if (line.indexOf('\t') >= 0) {
            return line.split("\t", -1);
        }
        return line.indexOf(',') >= 0 ? line.split(",", -1) : line.strip().split(" +");
    }
}
