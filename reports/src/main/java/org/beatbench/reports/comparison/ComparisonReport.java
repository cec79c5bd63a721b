package org.beatbench.reports.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.beatbench.experiment.Trial;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Protocol;
import org.beatbench.reports.Block;
import org.beatbench.reports.Cell;
import org.beatbench.reports.Facts;
import org.beatbench.reports.Facts.Fact;
import org.beatbench.reports.Figure;
import org.beatbench.reports.Gallery;
import org.beatbench.reports.Numbers;
import org.beatbench.reports.Prose;
import org.beatbench.reports.Report;
import org.beatbench.reports.Section;
import org.beatbench.reports.Table;
import org.beatbench.reports.Table.Column;
import org.beatbench.results.Environment;
import org.beatbench.results.Outcome;
import org.beatbench.results.Plan;
import org.beatbench.results.RunRecord;

/** The report of a comparison, from the answer to the particulars. */
public final class ComparisonReport {

    /** Beyond this many confusion matrices only those of the strictest protocol are shown. */
    private static final int MOST_MATRICES = 32;

    private final Comparison comparison;
    private final Tables tables;
    private final Figures figures;

    private ComparisonReport(Comparison comparison) {
        this.comparison = comparison;
        this.tables = new Tables(comparison);
        this.figures = new Figures(comparison);
    }

    /** Everything that is to be said of a comparison as it stands. */
    public static Report of(Comparison comparison) {
        Plan plan = comparison.plan();
        String subtitle = Words.counted(comparison.competitors().size(), "classifier", "classifiers") + " on "
                + plan.dataset().name() + (plan.dataset().synthetic() ? ", which is synthetic" : "") + ", "
                + Words.counted(comparison.planned().size(), "protocol", "protocols") + ".";
        return new Report(plan.title(), subtitle, new ComparisonReport(comparison).sections());
    }

    /**
     * One row per classifier and two columns per protocol, for pages of text.
     *
     * @throws IllegalArgumentException if no classifier has completed a protocol
     */
    public static Table summary(Comparison comparison) {
        if (comparison.protocols().isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is complete in " + comparison.plan().experiment());
        }
        return new Tables(comparison).summary();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>(List.of(new Verdict(comparison).section()));
        List<Protocol> protocols = comparison.protocols();
        if (!protocols.isEmpty()) {
            Protocol strictest = protocols.get(protocols.size() - 1);
            sections.add(new Section(
                    "ranking",
                    "Ranking",
                    List.of(tables.ranked(strictest, protocols.get(0)), tables.classes(strictest))));
            sections.add(ladder(protocols));
            sections.add(costs(strictest));
            sections.add(confusions(protocols));
        }
        sections.add(failures());
        sections.add(data());
        sections.add(method());
        sections.add(classifiers());
        sections.add(environment());
        return sections;
    }

    private Section costs(Protocol strictest) {
        List<Block> blocks = new ArrayList<>();
        Conditions.of(comparison.runs()).warnings().forEach(warning -> blocks.add(Prose.warning(warning)));
        blocks.add(figures.frontier(strictest));
        blocks.add(tables.costs(strictest));
        return new Section("costs", "Quality and cost", blocks);
    }

    private Section ladder(List<Protocol> protocols) {
        List<Block> blocks = new ArrayList<>();
        if (protocols.size() > 1) {
            blocks.add(figures.ladder());
        }
        for (int i = protocols.size() - 1; i >= 0; i--) {
            blocks.add(tables.qualities(protocols.get(i)));
            blocks.add(
                    protocols.get(i).leaks()
                            ? Prose.warning(protocols.get(i).explanation())
                            : Prose.normal(protocols.get(i).explanation()));
        }
        return new Section("protocols", "Protocol by protocol", blocks);
    }

    private Section confusions(List<Protocol> protocols) {
        int matrices = protocols.stream()
                .mapToInt(protocol -> comparison.ranking(protocol).size())
                .sum();
        List<Block> blocks = new ArrayList<>();
        for (int i = protocols.size() - 1; i >= 0; i--) {
            if (matrices <= MOST_MATRICES || i == protocols.size() - 1) {
                List<Figure> gallery = comparison.ranking(protocols.get(i)).stream()
                        .map(figures::confusion)
                        .toList();
                blocks.add(Prose.normal("Under " + Words.of(protocols.get(i)) + ":"));
                blocks.add(new Gallery(gallery));
            }
        }
        if (matrices > MOST_MATRICES) {
            blocks.add(Prose.normal(
                    "The matrices under looser protocols follow from results.csv; they are too many to be shown."));
        }
        return new Section("confusions", "What is taken for what", blocks);
    }

    private Section failures() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Trial trial : comparison.plan().trials()) {
            String ending = comparison
                    .run(trial)
                    .map(RunRecord::outcome)
                    .map(ComparisonReport::ending)
                    .orElse("not run yet");
            if (!ending.isEmpty()) {
                rows.add(List.of(
                        Cell.text(trial.label()),
                        Cell.text(trial.protocolId()),
                        Cell.text(trial.split()),
                        Cell.text(Long.toString(trial.seed())),
                        Cell.text(ending)));
            }
        }
        if (rows.isEmpty()) {
            return new Section(
                    "failures", "Failures", List.of(Prose.normal("None: every trial of the plan completed.")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table(
                "Trials without answers",
                "",
                List.of(
                        Column.text("Classifier"),
                        Column.text("Protocol"),
                        Column.text("Split"),
                        Column.text("Seed"),
                        Column.text("What happened")),
                rows));
        if (!comparison.incomplete().isEmpty()) {
            blocks.add(incomplete());
        }
        return new Section("failures", "Failures", blocks);
    }

    private Table incomplete() {
        return new Table(
                "Sets left out",
                "A set of folds is used whole or not at all: the mean of those that happened to finish would mean nothing.",
                List.of(
                        Column.text("Classifier"),
                        Column.text("Protocol"),
                        Column.text("Seed"),
                        Column.text("Splits with an answer")),
                comparison.incomplete().stream()
                        .map(set -> List.of(
                                Cell.text(set.competitor()),
                                Cell.text(set.protocol()),
                                Cell.text(Long.toString(set.seed())),
                                Cell.text(set.done() + " of " + set.size())))
                        .toList());
    }

    private static String ending(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return "failed in " + failed.stage() + ": " + failed.message();
        }
        return outcome instanceof Outcome.Stopped stopped ? "stopped: " + stopped.reason() : "";
    }

    private Section data() {
        Plan plan = comparison.plan();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Name", plan.dataset().name()),
                new Fact("What it is", plan.dataset().summary()),
                new Fact("Measured or computed", plan.dataset().synthetic() ? "computed: synthetic" : "measured"),
                new Fact("Subjects", plan.subjects() == 0 ? "unknown" : Numbers.count(plan.subjects()))));
        plan.trials().stream().findFirst().ifPresent(trial -> {
            facts.add(new Fact("Version", trial.dataset().version()));
            facts.add(new Fact("Settings", settings(trial.dataset().settings())));
        });
        if (!plan.dataset().licence().isEmpty()) {
            facts.add(new Fact("Licence", plan.dataset().licence()));
        }
        if (!plan.dataset().citation().isEmpty()) {
            facts.add(new Fact("Citation", plan.dataset().citation()));
        }
        List<Block> blocks = new ArrayList<>(List.of(figures.classes(), new Facts(facts)));
        if (!plan.assumptions().isEmpty()) {
            blocks.add(Prose.normal("How the beats were made. " + String.join(" ", plan.assumptions())));
        }
        return new Section("data", "Data", blocks);
    }

    private Section method() {
        List<Fact> glossary = Stream.of(Quality.values())
                .map(quality -> new Fact(quality.title(), quality.explanation()))
                .toList();
        return new Section(
                "method",
                "Method and terms",
                List.of(
                        Prose.normal(
                                "Every classifier learns from the training beats of a split and answers each test beat once."
                                        + " The validation beats are joined to the training beats where nothing is chosen by them,"
                                        + " and held out where something is; Classifiers and settings says which. Where a"
                                        + " classifier has several candidates for its settings, the one with the best macro-F1 on"
                                        + " the validation beats is taken, over the classes that the protocol scores; nothing is"
                                        + " ever chosen by the test beats. The answers are stored, and every number here is"
                                        + " computed from them."),
                        Prose.normal(
                                "Macro-F1 and accuracy have intervals, and so have sensitivity, +P and F1 in the table class by"
                                        + " class. All other figures have none: the optimism, the other qualities, the shares of"
                                        + " the ranking and of the confusion matrices, and the costs."),
                        Prose.normal(
                                "Intervals hold 95 % of 2 000 bootstrap resamples, and are widened to hold the figure itself"
                                        + " where they would not. Under protocols that keep patients apart, whole subjects are"
                                        + " drawn; otherwise single beats, and then the interval says nothing of other patients."
                                        + " Where a resample has no beat of a class, its average over classes is over the classes"
                                        + " present. Under a protocol that leaks, repeated rows are drawn as if they were"
                                        + " independent, so the interval is far too narrow."),
                        Prose.normal(
                                "Several seeds are pooled: every quality is computed once, from the answers of all of them"
                                        + " together, as the answers of several folds are. They do not narrow an interval, since a"
                                        + " resample of single beats is as large as one seed's test part, and a subject is drawn"
                                        + " with its answers of all seeds."),
                        new Facts(glossary)));
    }

    private Section classifiers() {
        Map<List<String>, List<Cell>> rows = new LinkedHashMap<>();
        for (Trial trial : comparison.plan().trials()) {
            List<String> row = List.of(
                    trial.label(),
                    trial.classifier().id() + " " + trial.classifier().version(),
                    settings(trial.classifier().settings()),
                    trial.resampling(),
                    validation(trial.validation()),
                    settings(trial.classifier().libraries()),
                    trial.classifier().origin());
            rows.put(row, row.stream().map(Cell::text).toList());
        }
        return new Section(
                "classifiers",
                "Classifiers and settings",
                List.of(new Table(
                        "Settings",
                        "Several rows of one name are candidates among which the validation beats chose.",
                        List.of(
                                Column.text("Classifier"),
                                Column.text("Version"),
                                Column.text("Settings"),
                                Column.text("Resampling"),
                                Column.text("Validation beats"),
                                Column.text("Libraries"),
                                Column.text("Origin")),
                        List.copyOf(rows.values()))));
    }

    private static String validation(ValidationUse use) {
        return switch (use) {
            case JOINED -> "joined to training";
            case HELD_OUT -> "held out: chooses";
        };
    }

    private Section environment() {
        List<Block> blocks = new ArrayList<>();
        comparison.runs().stream()
                .map(RunRecord::environment)
                .distinct()
                .forEach(machine -> blocks.add(facts(machine)));
        blocks.add(Prose.normal("Made again by:"));
        blocks.add(Prose.command(comparison.plan().command()));
        blocks.add(Prose.normal(
                "Beatbench is free software under the Apache License 2.0; the licence of the data is named under"
                        + " Data."));
        blocks.add(Prose.warning(
                "Beatbench is not a medical device. Its numbers compare algorithms and must not be used to judge"
                        + " a patient."));
        return new Section("environment", "Environment, licences and how to repeat this", blocks);
    }

    private Facts facts(Environment machine) {
        return Facts.of(
                new Fact("Beatbench", machine.beatbench()),
                new Fact("Java", machine.java()),
                new Fact("System", machine.system()),
                new Fact(
                        "Processor", machine.processor() + ", " + Words.counted(machine.processors(), "core", "cores")),
                new Fact("Memory", Numbers.bytes(machine.memoryBytes())),
                new Fact("Trials ran", machine.isolation()),
                new Fact(
                        "Threads",
                        String.join(
                                ", ",
                                comparison.plan().trials().stream()
                                        .map(Trial::threads)
                                        .distinct()
                                        .map(String::valueOf)
                                        .toList())));
    }

    private static String settings(Map<String, String> settings) {
        return settings.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        settings.entrySet().stream()
                                .map(setting -> setting.getKey() + " " + setting.getValue())
                                .toList());
    }
}
