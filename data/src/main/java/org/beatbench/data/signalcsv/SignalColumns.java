package org.beatbench.data.signalcsv;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.beatbench.api.UserError;
import org.beatbench.data.columns.ColumnReader;
import org.beatbench.data.columns.Moment;
import org.beatbench.data.recording.Lead;

/**
 * What the columns of a table of samples are, by their names or by their first lines: a time, a count of samples, leads with their
 * units. {@code rdsamp} of WFDB writes units into a second line.
 *
 * @param headerLines lines before the first sample
 * @param time column of times; -1 if there is none
 * @param places see {@link Moment#places}
 * @param leads the leads, numbered as they come
 * @param columns the column of each
 */
record SignalColumns(int headerLines, int time, int places, List<Lead> leads, List<Integer> columns) {

    static final String HINT =
            "give each sample a line and each lead a column, with the names of the columns above, such as time,II,V5";

    private static final Pattern COUNT =
            Pattern.compile("samples?(?: ?(?:#|no\\.?|numbers?|index|idx|id))?|index|idx|n|unnamed: 0");
    private static final Pattern UNITS = Pattern.compile("(.*?)[ _]*[\\[(]\\s*([^\\])]*)\\s*[\\])]\\s*");
    private static final Pattern UNITS_BEHIND = Pattern.compile("(.*?)[ _](mV|uV|µV|μV|\ufffdV|V|nV|mv|uv)");

    /** Lines that tell what a column without a name is. */
    private static final int LINES_LOOKED_AT = 50;

    SignalColumns {
        leads = List.copyOf(leads);
        columns = List.copyOf(columns);
    }

    /**
     * Looks at the beginning of a table.
     *
     * @throws UserError if it is none
     */
    static SignalColumns of(Path file) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (ColumnReader reader = ColumnReader.open(file)) {
            while (lines.size() < LINES_LOOKED_AT && reader.next()) {
                lines.add(IntStream.range(0, reader.size())
                        .mapToObj(reader::number)
                        .toList());
            }
        }
        int header = 0;
        while (header < Math.min(2, lines.size()) && !holdsSamples(lines.get(header))) {
            header++;
        }
        if (lines.size() <= header || !holdsSamples(lines.get(header))) {
            throw new UserError(file + " holds no samples", HINT);
        }
        List<List<String>> samples = lines.subList(header, lines.size());
        List<String> names = header > 0 ? lines.get(0) : List.of();
        List<String> units = header > 1 ? lines.get(1) : List.of();
        return of(names, units, samples, header);
    }

    private static boolean holdsSamples(List<String> line) {
        return line.stream()
                        .allMatch(field ->
                                isMissing(field) || Moment.seconds(field, 0).isPresent())
                && line.stream().anyMatch(field -> Moment.seconds(field, 0).isPresent());
    }

    /** Whether a field says that there is no sample. */
    static boolean isMissing(String field) {
        return field.isEmpty() || field.equals("-") || field.equalsIgnoreCase("nan") || field.equalsIgnoreCase("null");
    }

    private static SignalColumns of(List<String> names, List<String> units, List<List<String>> samples, int header) {
        int time = -1;
        int places = 0;
        List<Lead> leads = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        int count = samples.get(0).size();
        for (int column = 0; column < count; column++) {
            String name = column < names.size() ? names.get(column) : "";
            String unit = column < units.size() ? units.get(column) : "";
            boolean isFirst = column == 0 && count > 1;
            if (time < 0 && Moment.isNamed(name)) {
                time = column;
                places = Moment.places(unit.isEmpty() ? name : "time (" + unit + ")");
            } else if (isFirst && name.isEmpty() && step(samples).isPresent()) {
                time = step(samples).orElseThrow().compareTo(BigDecimal.ONE) == 0 ? -1 : column;
            } else if (!isCount(name)) {
                columns.add(column);
                leads.add(lead(leads.size(), name, unit));
            }
        }
        return new SignalColumns(header, time, places, leads, columns);
    }

    /** A count of samples says nothing that the number of the line does not. */
    private static boolean isCount(String name) {
        return COUNT.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** The distance of the numbers of the first column, if they ascend as evenly as times or counts do, and as no ECG does. */
    private static Optional<BigDecimal> step(List<List<String>> samples) {
        if (samples.size() < 3) {
            return Optional.empty();
        }
        List<Optional<BigDecimal>> values =
                samples.stream().map(line -> Moment.seconds(line.get(0), 0)).toList();
        if (!values.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        BigDecimal first = values.get(0).orElseThrow();
        BigDecimal mean = values.get(values.size() - 1)
                .orElseThrow()
                .subtract(first)
                .divide(BigDecimal.valueOf(values.size() - 1L), MathContext.DECIMAL64);
        // Times that are rounded ascend by steps that differ in the last decimal.
        double most = values.stream()
                                .mapToInt(value -> value.orElseThrow().scale())
                                .max()
                                .orElse(0)
                        > 0
                ? 0.5 * mean.doubleValue()
                : 0;
        for (int i = 1; i < values.size(); i++) {
            double step = values.get(i)
                    .orElseThrow()
                    .subtract(values.get(i - 1).orElseThrow())
                    .doubleValue();
            if (!(step > 0) || Math.abs(step - mean.doubleValue()) > most) {
                return Optional.empty();
            }
        }
        return Optional.of(mean);
    }

    private static Lead lead(int number, String name, String unit) {
        for (Pattern pattern : List.of(UNITS, UNITS_BEHIND)) {
            Matcher matcher = pattern.matcher(name);
            if (unit.isEmpty() && matcher.matches()) {
                return new Lead(number, matcher.group(1), volts(matcher.group(2)));
            }
        }
        return new Lead(number, name, volts(unit));
    }

    /** Tables of Windows have µ in another encoding. */
    private static String volts(String unit) {
        return unit.replace('\ufffd', 'µ');
    }
}
