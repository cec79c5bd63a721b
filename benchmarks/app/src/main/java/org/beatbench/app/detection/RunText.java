package org.beatbench.app.detection;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.beatbench.app.detection.Ec57Text.Line;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.comparison.text.TextTable.Column;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.detector.RunByRun;
import org.beatbench.data.detector.RunLength;
import org.beatbench.data.detector.Share;

/** A comparison run by run, as text and for programs. */
final class RunText {

    private static final double PERCENT = 100;

    private RunText() {}

    static RunByRun gross(List<Line> lines) {
        return lines.stream().map(Line::runs).reduce(RunByRun.none(), RunByRun::plus);
    }

    private static double average(List<Line> lines, Function<RunByRun, Share> figure) {
        return Ec57Text.average(lines, line -> figure.apply(line.runs()));
    }

    static String table(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (BeatClass kind : RunByRun.KINDS) {
            List<Column> columns = new ArrayList<>(List.of(new Column("record", false)));
            for (RunLength length : RunLength.values()) {
                columns.add(new Column(length.title(), true));
                columns.add(new Column("Se", true));
                columns.add(new Column("+P", true));
            }
            List<List<String>> rows = new ArrayList<>();
            lines.forEach(line -> rows.add(row(line.record(), line.runs(), kind)));
            if (lines.size() > 1) {
                rows.add(row("gross", gross(lines), kind));
                List<String> average = new ArrayList<>(List.of("average"));
                for (RunLength length : RunLength.values()) {
                    average.add("");
                    average.add(Ec57Text.percent(average(lines, runs -> runs.sensitivity(kind, length))));
                    average.add(Ec57Text.percent(average(lines, runs -> runs.positivePredictiveValue(kind, length))));
                }
                rows.add(average);
            }
            text.append('\n')
                    .append(new TextTable(
                                    "EC57: " + kind + " beats that follow each other, from 5:00 on",
                                    "Figures in %. Found or right is a run beside which the other has one of this length class or a longer.",
                                    columns,
                                    rows)
                            .text());
        }
        return text.toString();
    }

    private static List<String> row(String name, RunByRun runs, BeatClass kind) {
        List<String> row = new ArrayList<>(List.of(name));
        for (RunLength length : RunLength.values()) {
            Share found = runs.sensitivity(kind, length);
            row.add(Long.toString(found.whole()));
            row.add(Ec57Text.percent(found.value()));
            row.add(Ec57Text.percent(runs.positivePredictiveValue(kind, length).value()));
        }
        return row;
    }

    static String csv(List<Line> lines) {
        StringWriter text = new StringWriter();
        CsvWriter out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        out.writeRecord("record", "kind", "length", "runs", "found", "called", "right", "Se", "+P");
        lines.forEach(line -> records(out, line.record(), line.runs()));
        records(out, "gross", gross(lines));
        each((kind, length) -> out.writeRecord(
                "average",
                kind.name(),
                id(length),
                "",
                "",
                "",
                "",
                number(average(lines, runs -> runs.sensitivity(kind, length))),
                number(average(lines, runs -> runs.positivePredictiveValue(kind, length)))));
        return text.toString();
    }

    private static void records(CsvWriter out, String name, RunByRun runs) {
        each((kind, length) -> {
            Share found = runs.sensitivity(kind, length);
            Share right = runs.positivePredictiveValue(kind, length);
            out.writeRecord(
                    name,
                    kind.name(),
                    id(length),
                    Long.toString(found.whole()),
                    Long.toString(found.part()),
                    Long.toString(right.whole()),
                    Long.toString(right.part()),
                    number(found.value()),
                    number(right.value()));
        });
    }

    @FunctionalInterface
    private interface Each {

        void of(BeatClass kind, RunLength length);
    }

    private static void each(Each action) {
        for (BeatClass kind : RunByRun.KINDS) {
            for (RunLength length : RunLength.values()) {
                action.of(kind, length);
            }
        }
    }

    private static String id(RunLength length) {
        return length.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    /** By kind and length class; what is not defined is null. */
    static Map<String, Object> values(RunByRun runs) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        each((kind, length) -> {
            Share found = runs.sensitivity(kind, length);
            Share right = runs.positivePredictiveValue(kind, length);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("runs", found.whole());
            one.put("found", found.part());
            one.put("called", right.whole());
            one.put("right", right.part());
            Ec57Text.known(found.value()).ifPresent(value -> one.put("Se", value));
            Ec57Text.known(right.value()).ifPresent(value -> one.put("+P", value));
            kinds.put(kind + " " + id(length), one);
        });
        return kinds;
    }

    /** The means over records that have such runs; what none has is left out. */
    static Map<String, Object> averages(List<Line> lines) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        each((kind, length) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            Ec57Text.known(average(lines, runs -> runs.sensitivity(kind, length)))
                    .ifPresent(value -> one.put("Se", value));
            Ec57Text.known(average(lines, runs -> runs.positivePredictiveValue(kind, length)))
                    .ifPresent(value -> one.put("+P", value));
            kinds.put(kind + " " + id(length), one);
        });
        return kinds;
    }

    /** The lines of {@code rxr -L}: those of ventricular runs, then those of supraventricular ones. */
    static String rxr(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (BeatClass kind : RunByRun.KINDS) {
            text.append(kind == BeatClass.S ? "(SVE run detection)\n" : "")
                    .append("Record CTs CFN CTp CFP STs SFN STp SFP LTs LFN LTp LFP  CSe C+P SSe S+P LSe L+P\n");
            for (Line line : lines) {
                text.append(String.format(Locale.ROOT, "%4s ", line.record()));
                List<Share> shares = Stream.of(RunLength.values())
                        .flatMap(length -> Stream.of(
                                line.runs().sensitivity(kind, length),
                                line.runs().positivePredictiveValue(kind, length)))
                        .toList();
                shares.forEach(share -> text.append(
                        String.format(Locale.ROOT, "%3d %3d ", share.part(), share.whole() - share.part())));
                shares.forEach(share -> text.append(
                        share.whole() == 0
                                ? "   -"
                                : String.format(
                                        Locale.ROOT, " %3d", Math.round(PERCENT * share.part() / share.whole()))));
                text.append('\n');
            }
        }
        return text.toString();
    }
}
