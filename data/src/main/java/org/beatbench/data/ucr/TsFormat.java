package org.beatbench.data.ucr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The .ts format of sktime and aeon: lines that begin with # are comments, those with @ describe the series, and after
 * {@code @data} stands one series a line, values separated by commas, then a colon and the label.
 */
final class TsFormat {

    /** What the description may not say, and why. */
    private static final Map<String, String> REFUSED = Map.of(
            "@univariate false", "series of several dimensions are not supported",
            "@timestamps true", "series with time stamps are not supported",
            "@classlabel false", "series without labels are not supported",
            "@targetlabel true", "series with numbers to be predicted are not supported");

    private TsFormat() {}

    static List<Series> read(LineReader lines, Problems problems) throws IOException {
        List<Series> series = new ArrayList<>();
        boolean data = false;
        for (Optional<String> next = lines.next(problems); next.isPresent(); next = lines.next(problems)) {
            String line = next.get().strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                if (line.startsWith("@")) {
                    data |= describes(line);
                } else if (data) {
                    series.add(series(line, lines.number()));
                } else {
                    throw new Values.WrongLine("a series before @data");
                }
            } catch (Values.WrongLine e) {
                problems.add(lines.file(), lines.number(), e.getMessage());
            }
        }
        return series;
    }

    /** Returns whether the description ends with this line. */
    private static boolean describes(String line) throws Values.WrongLine {
        String[] words = line.toLowerCase(Locale.ROOT).split("\\s+");
        String reason = words.length < 2 ? null : REFUSED.get(words[0] + " " + words[1]);
        if (reason != null) {
            throw new Values.WrongLine(reason);
        }
        return words[0].equals("@data");
    }

    private static Series series(String line, long number) throws Values.WrongLine {
        String[] parts = line.split(":", -1);
        if (parts.length < 2 || parts[parts.length - 1].isBlank()) {
            throw new Values.WrongLine("no label");
        }
        if (parts.length > 2) {
            throw new Values.WrongLine(
                    "a series of " + (parts.length - 1) + " dimensions; only those of one are supported");
        }
        String[] values = parts[0].split(",", -1);
        return new Series(parts[1].strip(), Values.parse(values, 0, values.length), number);
    }
}
