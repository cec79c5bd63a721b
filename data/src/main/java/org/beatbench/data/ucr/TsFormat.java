package org.beatbench.data.ucr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The .ts format of sktime and aeon: lines that begin with # are comments, those with @ describe the series, and after
 * {@code @data} stands one series a line, values separated by commas, then a colon and the label, which must be among the
 * classes that the description declares.
 */
final class TsFormat {

    /** What the description may not say, and why. */
    private static final Map<String, String> REFUSED = Map.of(
            "@univariate false", "series of several dimensions are not supported",
            "@timestamps true", "series with time stamps are not supported",
            "@classlabel false", "series without labels are not supported",
            "@targetlabel true", "series with numbers to be predicted are not supported");

    private static final int NAMED = 12;

    private final LineReader lines;
    private final Problems problems;
    private final List<Series> series = new ArrayList<>();
    private List<String> declared = List.of();
    private LabelEncoding classes = LabelEncoding.of(List.of());

    private TsFormat(LineReader lines, Problems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    static SeriesFile read(LineReader lines, Problems problems) throws IOException {
        return new TsFormat(lines, problems).read();
    }

    private SeriesFile read() throws IOException {
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
        return new SeriesFile(series, declared);
    }

    /** Returns whether the description ends with this line. */
    private boolean describes(String line) throws Values.WrongLine {
        String[] words = line.split("\\s+");
        String key = words[0].toLowerCase(Locale.ROOT);
        String reason = words.length < 2 ? null : REFUSED.get(key + " " + words[1].toLowerCase(Locale.ROOT));
        if (reason != null) {
            throw new Values.WrongLine(reason);
        }
        if (key.equals("@classlabel") && words.length > 2) {
            declare(Arrays.asList(words).subList(2, words.length));
        }
        return key.equals("@data");
    }

    private void declare(List<String> names) throws Values.WrongLine {
        classes = LabelEncoding.of(names, List.of());
        List<String> twice = names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            throw new Values.WrongLine("declares a class twice: " + String.join(", ", twice));
        }
        declared = classes.names();
    }

    private Series series(String line, long number) throws Values.WrongLine {
        String[] parts = line.split(":", -1);
        if (parts.length < 2 || parts[parts.length - 1].isBlank()) {
            throw new Values.WrongLine("no label");
        }
        if (parts.length > 2) {
            throw new Values.WrongLine(
                    "a series of " + (parts.length - 1) + " dimensions; only those of one are supported");
        }
        String label = parts[1].strip();
        if (!declared.isEmpty() && !classes.contains(label)) {
            throw new Values.WrongLine(
                    "class \"" + Values.shown(label) + "\" is not among those declared (" + named(declared) + ")");
        }
        String[] values = parts[0].split(",", -1);
        return new Series(label, Values.parse(values, 0, values.length), number);
    }

    private static String named(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
    }
}
