package org.beatbench.data.ucr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plain format of the archive: one series a line, its label first, separated by tabs, commas or spaces. Shorter series
 * of a problem of varying length end in NaN, which is dropped.
 */
final class TableFormat {

    private TableFormat() {}

    static List<Series> read(LineReader lines, Problems problems) throws IOException {
        List<Series> series = new ArrayList<>();
        for (Optional<String> line = lines.next(problems); line.isPresent(); line = lines.next(problems)) {
            if (line.get().isBlank()) {
                continue;
            }
            try {
                series.add(series(line.get(), lines.number()));
            } catch (Values.WrongLine e) {
                problems.add(lines.file(), lines.number(), e.getMessage());
            }
        }
        return series;
    }

    private static Series series(String line, long number) throws Values.WrongLine {
        String[] fields = fields(line);
        int end = fields.length;
        while (end > 1 && Values.isNan(fields[end - 1].strip())) {
            end--;
        }
        String label = fields[0].strip();
        if (label.isEmpty() || Values.isNan(label)) {
            throw new Values.WrongLine("no label");
        }
        return new Series(label, Values.parse(fields, 1, end), number);
    }

    private static String[] fields(String line) {
        if (line.indexOf('\t') >= 0) {
            return line.split("\t", -1);
        }
        return line.indexOf(',') >= 0 ? line.split(",", -1) : line.strip().split(" +");
    }
}
