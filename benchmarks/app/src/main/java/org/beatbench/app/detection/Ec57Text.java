package org.beatbench.app.detection;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.comparison.text.TextTable.Column;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.detector.BeatByBeat;
import org.beatbench.data.detector.RunByRun;
import org.beatbench.data.detector.Share;
import org.jspecify.annotations.Nullable;

/** A comparison beat by beat, as text and for programs. */
final class Ec57Text {

    private static final double PERCENT = 100;
    private static final String UNKNOWN = "-";

    /** No beat, among letters of classes. */
    private static final String NOTHING = "-";

    /** What is reported, in the order of its columns. */
    private static final Map<String, Function<BeatByBeat, Share>> FIGURES = figures();

    private Ec57Text() {}

    /** The comparison of one recording. */
    record Line(String record, BeatByBeat beats, RunByRun runs) {}

    private static Map<String, Function<BeatByBeat, Share>> figures() {
        Map<String, Function<BeatByBeat, Share>> figures = new LinkedHashMap<>();
        figures.put("Se", BeatByBeat::sensitivity);
        figures.put("+P", BeatByBeat::positivePredictiveValue);
        for (BeatClass kind : List.of(BeatClass.V, BeatClass.S)) {
            figures.put(kind + " Se", beats -> beats.sensitivity(kind));
            figures.put(kind + " +P", beats -> beats.positivePredictiveValue(kind));
            figures.put(kind + " FPR", beats -> beats.falsePositiveRate(kind));
        }
        return figures;
    }

    private static BeatByBeat gross(List<Line> lines) {
        return lines.stream().map(Line::beats).reduce(BeatByBeat.none(), BeatByBeat::plus);
    }

    /** The mean over those records that have what is counted; NaN if none has. */
    static double average(List<Line> lines, Function<Line, Share> figure) {
        return lines.stream()
                .map(figure)
                .filter(share -> share.whole() > 0)
                .mapToDouble(Share::value)
                .average()
                .orElse(Double.NaN);
    }

    static String table(List<Line> lines) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("record", false),
                new Column("beats", true),
                new Column("missed", true),
                new Column("extra", true)));
        FIGURES.keySet().forEach(name -> columns.add(new Column(name, true)));
        List<List<String>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(row(line.record(), line.beats())));
        BeatByBeat gross = gross(lines);
        if (lines.size() > 1) {
            rows.add(row("gross", gross));
            List<String> average = new ArrayList<>(List.of("average", "", "", ""));
            FIGURES.values()
                    .forEach(figure -> average.add(percent(average(lines, line -> figure.apply(line.beats())))));
            rows.add(average);
        }
        TextTable figures = new TextTable(
                "EC57: within ±150 ms, from 5:00 on, ventricular fibrillation left out",
                "Figures in %.",
                columns,
                rows);
        return figures.text() + "\n" + matrix(gross).text() + RunText.table(lines);
    }

    private static List<String> row(String name, BeatByBeat beats) {
        Share found = beats.sensitivity();
        Share right = beats.positivePredictiveValue();
        List<String> row = new ArrayList<>(List.of(
                name,
                Long.toString(found.whole()),
                Long.toString(found.whole() - found.part()),
                Long.toString(right.whole() - right.part())));
        FIGURES.values().forEach(figure -> row.add(percent(figure.apply(beats).value())));
        return row;
    }

    static String percent(double share) {
        return Double.isNaN(share) ? UNKNOWN : String.format(Locale.ROOT, "%.2f", PERCENT * share);
    }

    private static List<String> kinds(String none) {
        return Stream.concat(BeatClass.names().stream(), Stream.of(none)).toList();
    }

    private static TextTable matrix(BeatByBeat gross) {
        List<Column> columns = new ArrayList<>(List.of(new Column("reference", false)));
        kinds("missed").forEach(name -> columns.add(new Column(name, true)));
        List<List<String>> rows = new ArrayList<>();
        List<String> names = kinds("no beat");
        for (int reference = 0; reference < names.size(); reference++) {
            List<String> row = new ArrayList<>(List.of(names.get(reference)));
            for (int test = 0; test < names.size(); test++) {
                boolean isNothing = reference == BeatByBeat.NONE && test == BeatByBeat.NONE;
                row.add(isNothing ? "" : Long.toString(gross.count(reference, test)));
            }
            rows.add(row);
        }
        return new TextTable(
                "Beat by beat, all records: down the reference, across what was compared", "", columns, rows);
    }

    static String csv(List<Line> lines) {
        StringWriter text = new StringWriter();
        CsvWriter out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        out.writeRecord("record", "reference", "test", "beats");
        List<String> names = kinds("none");
        for (Line line : lines) {
            for (int reference = 0; reference < names.size(); reference++) {
                for (int test = 0; test < names.size(); test++) {
                    if (reference != BeatByBeat.NONE || test != BeatByBeat.NONE) {
                        out.writeRecord(
                                line.record(),
                                names.get(reference),
                                names.get(test),
                                Long.toString(line.beats().count(reference, test)));
                    }
                }
            }
        }
        return text.toString();
    }

    static Map<String, Object> document(List<Line> lines) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "records",
                lines.stream()
                        .map(line -> values(line.record(), line.beats(), line.runs()))
                        .toList());
        document.put("gross", values("gross", gross(lines), RunText.gross(lines)));
        Map<String, @Nullable Object> average = new LinkedHashMap<>();
        FIGURES.forEach((name, figure) -> average.put(
                name, known(average(lines, line -> figure.apply(line.beats()))).orElse(null)));
        average.put("runs", RunText.averages(lines));
        document.put("average", average);
        return document;
    }

    private static Map<String, Object> values(String name, BeatByBeat beats, RunByRun runs) {
        Map<String, @Nullable Double> figures = new LinkedHashMap<>();
        FIGURES.forEach((figure, share) ->
                figures.put(figure, known(share.apply(beats).value()).orElse(null)));
        Map<String, Map<String, Long>> matrix = new LinkedHashMap<>();
        List<String> names = kinds("none");
        for (int reference = 0; reference < names.size(); reference++) {
            Map<String, Long> row = new LinkedHashMap<>();
            for (int test = 0; test < names.size(); test++) {
                row.put(names.get(test), beats.count(reference, test));
            }
            matrix.put(names.get(reference), row);
        }
        return Map.of("record", name, "figures", figures, "matrix", matrix, "runs", RunText.values(runs));
    }

    static Optional<Double> known(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    /** The lines of {@code bxb -l}, in which supraventricular beats stand with N; fields and widths are what {@code sumstats} expects. */
    static String bxb(List<Line> lines) {
        StringBuilder text = new StringBuilder(
                "Record Nn' Vn' Fn' On'  Nv   Vv  Fv' Ov' No' Vo' Fo'" + "  Q Se   Q +P   V Se   V +P  V FPR\n");
        List<String> columns = List.of("NSFQ", "V", NOTHING);
        List<String> rows = List.of("NS", "V", "FQ", NOTHING);
        for (Line line : lines) {
            BeatByBeat beats = line.beats();
            text.append(counts(line, columns, rows, 5, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3));
            foundAndVentricular(beats).forEach(share -> text.append(percent(share, 2)));
            text.append(percent(beats.falsePositiveRate(BeatClass.V), 3)).append('\n');
        }
        return text.toString();
    }

    /**
     * The lines of {@code bxb -L}, with supraventricular beats by themselves. The last field, by how much RR intervals differ, is
     * the dash of what is not known.
     */
    static String bxbOfSupraventricular(List<Line> lines) {
        StringBuilder text = new StringBuilder("Record Nn' Sn' Vn' Fn' On'  Ns  Ss  Vs  Fs' Os' Nv  Sv   Vv  Fv' Ov'"
                + " No' So' Vo' Fo'  Q Se   Q +P   V Se   V +P   S Se   S +P RR err\n");
        List<String> columns = List.of("NFQ", "S", "V", NOTHING);
        List<String> rows = List.of("N", "S", "V", "FQ", NOTHING);
        for (Line line : lines) {
            BeatByBeat beats = line.beats();
            text.append(counts(line, columns, rows, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3, 3));
            foundAndVentricular(beats).forEach(share -> text.append(percent(share, 2)));
            text.append(percent(beats.sensitivity(BeatClass.S), 2))
                    .append(percent(beats.positivePredictiveValue(BeatClass.S), 2))
                    .append("     -\n");
        }
        return text.toString();
    }

    private static List<Share> foundAndVentricular(BeatByBeat beats) {
        return List.of(
                beats.sensitivity(),
                beats.positivePredictiveValue(),
                beats.sensitivity(BeatClass.V),
                beats.positivePredictiveValue(BeatClass.V));
    }

    /** How the other annotator's classes, a column after the other, go with those of the reference. */
    private static String counts(Line line, List<String> columns, List<String> rows, int... widths) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%4s", line.record()));
        int field = 0;
        for (String column : columns) {
            for (String row : rows) {
                if (!row.equals(NOTHING) || !column.equals(NOTHING)) {
                    text.append(
                            String.format(Locale.ROOT, " %" + widths[field++] + "d", sum(line.beats(), row, column)));
                }
            }
        }
        return text.toString();
    }

    /** As C prints it: what lies in the middle goes to the even digit. */
    private static String percent(Share share, int digits) {
        return share.whole() == 0
                ? "      -"
                : String.format(
                        Locale.ROOT,
                        " %6s",
                        new BigDecimal(PERCENT * share.part() / share.whole())
                                .setScale(digits, RoundingMode.HALF_EVEN)
                                .toPlainString());
    }

    /** Counts of classes by their letters; the dash is no beat. */
    private static long sum(BeatByBeat beats, String reference, String test) {
        return reference
                .chars()
                .mapToLong(row -> test.chars()
                        .mapToLong(column -> beats.count(label(row), label(column)))
                        .sum())
                .sum();
    }

    private static int label(int letter) {
        return letter == NOTHING.charAt(0)
                ? BeatByBeat.NONE
                : BeatClass.valueOf(Character.toString(letter)).label();
    }
}
