package org.beatbench.app.reporting;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.UserError;
import org.beatbench.app.options.ResultsFolder;
import org.beatbench.app.shell.BuildInfo;
import org.beatbench.app.shell.ExitCode;
import org.beatbench.app.shell.Json;
import org.beatbench.comparison.change.Change;
import org.beatbench.comparison.change.Changes;
import org.beatbench.comparison.change.Condition;
import org.beatbench.comparison.change.Side;
import org.beatbench.comparison.export.ReportFolder;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.metrics.Cost;
import org.beatbench.metrics.Metric;
import org.beatbench.metrics.Quality;
import org.beatbench.reports.Report;
import org.beatbench.reports.change.ChangeReport;
import org.beatbench.reports.publication.ReportForm;
import org.beatbench.reports.publication.ReportManifest;
import org.beatbench.reports.publication.ReportWriter;
import org.beatbench.stats.Interval;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code beatbench compare}: what differs between two results. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two results, number by number; a difference is that of B less that of A.",
            "",
            "Where both have answers to the same test beats, differences come with intervals: of what follows from the"
                    + " confusion matrix, of log loss and Brier score, and of the areas under the curves of each class"
                    + " (auroc, auprc) and their means. The pooled AUROC, ece, aurc and costs have none.",
        },
        footerHeading = "%nConditions of --fail-if:%n",
        footer = {
            "  CLASSIFIER[@PROTOCOL].METRIC < NUMBER     (or <=, >, >=)",
            "  The number is the difference of B less A, in the unit of the metric: shares and scores of 1, s, B.",
            "  CLASSIFIER is an id or a name in tables; a name with spaces or dots stands in double quotes; * is any.",
            "  PROTOCOL is an id; without one, it is the strictest that both have.",
            "  METRIC is one of results.csv, with the class where it is of one, as in auroc:V.",
            "  'knn.macro-f1 < -0.01'   '*@beats.accuracy < 0'   'knn.sensitivity:V <= -0.02'   'knn.fit-time > 1'",
            "",
            "The exit code is 3 if a condition holds."
        })
public final class CompareCommand implements Callable<Integer> {

    private static final Set<String> USUAL = Stream.<Metric>of(
                    Quality.MACRO_F1, Quality.ACCURACY, Quality.MCC, Quality.LOG_LOSS, Cost.FIT_TIME, Cost.SINGLE_BEAT)
            .map(Metric::id)
            .collect(Collectors.toSet());
    private static final String ALL = "all";

    /** Forms of output for people. */
    enum Format {
        TEXT,
        MD;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All that is to be said, for programs. */
    private record Answer(
            Origin a,
            Origin b,
            List<Line> differences,
            Map<String, String> basis,
            List<String> notes,
            List<Judged> conditions,
            boolean failed) {}

    private record Origin(String name, List<String> data, boolean answers) {

        static Origin of(Side side) {
            return new Origin(side.name(), side.data(), side.hasAnswers());
        }
    }

    private record Line(
            String protocol,
            String classifier,
            String id,
            String metric,
            String unit,
            double a,
            double b,
            double difference,
            @Nullable Double low,
            @Nullable Double high) {

        static Line of(Change change) {
            return new Line(
                    change.protocol(),
                    change.classifier(),
                    change.id(),
                    change.measure(),
                    change.unit().name().toLowerCase(Locale.ROOT),
                    change.first(),
                    change.second(),
                    change.difference(),
                    change.interval().map(Interval::low).orElse(null),
                    change.interval().map(Interval::high).orElse(null));
        }
    }

    private record Judged(String condition, boolean holds, List<Line> broken) {

        static Judged of(Condition condition) {
            List<Line> broken = condition.broken().stream().map(Line::of).toList();
            return new Judged(condition.text(), !broken.isEmpty(), broken);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "Name of an experiment that was run, a result folder, a report, or its results.csv.")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "The same for what it is compared with.")
    private String b = "";

    @Option(
            names = "--fail-if",
            paramLabel = "CONDITION",
            description = "End with code 3 if this holds of the differences; see below. May be repeated.")
    private List<String> conditions = List.of();

    @Option(
            names = "--across-data",
            description = "Compare even if the data differ. Beats are then matched by record and position.")
    private boolean acrossData;

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "NAME",
            description = "What to show: metrics of results.csv, or all. Default: macro-f1, accuracy, mcc, log-loss,"
                    + " fit-time, single-beat, and what conditions name. JSON always has all.")
    private List<String> metrics = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (default), or md for Markdown.")
    private Format format = Format.TEXT;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Also write a page with tables and figures into this folder, and changes.csv with every number that"
                            + " both have.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Override
    public Integer call() throws IOException {
        ResultsFinder sides = new ResultsFinder(results);
        Changes changes = Changes.of(sides.find(a), sides.find(b), acrossData);
        List<Condition> understood = Condition.of(conditions, changes);
        Set<String> shown = shown(changes, understood);
        List<Judged> judged = understood.stream().map(Judged::of).toList();
        boolean failed = judged.stream().anyMatch(Judged::holds);
        Optional<Path> page = out == null
                ? Optional.empty()
                : Optional.of(
                        write(out, changes, ChangeReport.of(changes, shown, understood, BuildInfo.commandLine(spec))));
        if (json) {
            out().println(Json.text(new Answer(
                    Origin.of(changes.first()),
                    Origin.of(changes.second()),
                    changes.all().stream().map(Line::of).toList(),
                    changes.bases(),
                    changes.notes(),
                    judged,
                    failed)));
        } else {
            print(changes, ChangeText.tables(changes, shown), understood);
            page.ifPresent(file -> out().println("\nPage: " + file.toUri()));
        }
        return failed ? ExitCode.CONDITION_HOLDS : ExitCode.OK;
    }

    private static Path write(Path folder, Changes changes, Report report) throws IOException {
        if (Files.exists(folder.resolve(ReportManifest.FILE))) {
            throw new UserError(
                    folder + " holds the report of an experiment", "name another folder, so that it stays what it is");
        }
        ReportFolder.open(folder).write("changes.csv", changes.data().csv());
        return ReportWriter.write(report, folder, ReportForm.USUAL);
    }

    private Set<String> shown(Changes changes, List<Condition> understood) {
        Set<String> known = new LinkedHashSet<>();
        changes.all().forEach(change -> known.add(change.measure()));
        if (metrics.contains(ALL)) {
            return known;
        }
        for (String metric : metrics) {
            if (!known.contains(metric)) {
                throw DidYouMean.unknown("metric", metric, known);
            }
        }
        Set<String> shown = new LinkedHashSet<>(metrics.isEmpty() ? USUAL : metrics);
        understood.forEach(condition -> condition.meant().forEach(change -> shown.add(change.measure())));
        return shown;
    }

    private void print(Changes changes, List<TextTable> tables, List<Condition> understood) {
        boolean markdown = format == Format.MD;
        String bullet = markdown ? "- " : "";
        out().println(bullet + "A: " + described(changes.first()));
        out().println(bullet + "B: " + described(changes.second()));
        changes.notes().forEach(note -> out().println(bullet + "note: " + note));
        for (TextTable table : tables) {
            out().println();
            out().print(markdown ? table.markdown() : table.text());
        }
        if (!understood.isEmpty()) {
            out().println();
        }
        for (Condition condition : understood) {
            List<Change> broken = condition.broken();
            out().println(bullet
                    + (broken.isEmpty() ? "does not hold: " : "HOLDS: ")
                    + condition.text()
                    + broken.stream()
                            .map(change -> " (" + change.classifier() + ": " + change.difference() + ")")
                            .reduce("", String::concat));
        }
    }

    private static String described(Side side) {
        return side.name() + (side.hasAnswers() ? "" : " (numbers only)");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
