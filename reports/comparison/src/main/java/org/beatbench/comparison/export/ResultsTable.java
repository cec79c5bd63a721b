package org.beatbench.comparison.export;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.beatbench.answers.Answers;
import org.beatbench.api.perturbation.Perturbation;
import org.beatbench.audit.ClassSides;
import org.beatbench.audit.ProtocolAudit;
import org.beatbench.calibration.Calibration;
import org.beatbench.canaries.Canaries;
import org.beatbench.comparison.Comparison;
import org.beatbench.comparison.Estimate;
import org.beatbench.comparison.Score;
import org.beatbench.comparison.behaviour.CompetitorRobustness;
import org.beatbench.comparison.text.Data;
import org.beatbench.comparison.text.Unrounded;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.Aami;
import org.beatbench.metrics.BrierDecomposition;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.metrics.Cost;
import org.beatbench.metrics.Formula;
import org.beatbench.metrics.FormulaValues;
import org.beatbench.metrics.Metric;
import org.beatbench.metrics.Quality;
import org.beatbench.metrics.RankedAreas;
import org.beatbench.metrics.Rankings;
import org.beatbench.metrics.RiskCoverage;
import org.beatbench.protocol.Protocol;
import org.beatbench.protocol.Protocols;
import org.beatbench.results.Costs;
import org.beatbench.results.Outcome;
import org.beatbench.results.RunRecord;
import org.beatbench.results.TableSchema;
import org.beatbench.robustness.PerturbationLadder;
import org.beatbench.stats.ComparisonMetric;

/** The numbers of a comparison, one per row, for a program to read. */
public final class ResultsTable {

    /** What the macro-F1 on disturbed beats is called. */
    static final String ROBUSTNESS = "robustness";

    /** What the macro-F1 over the classes that were learned and tested is called. */
    static final String BOTH_SIDES = "macro-f1-both-sides";

    private static final String UNDISTURBED = "undisturbed";

    private final List<List<String>> rows = new ArrayList<>();

    private ResultsTable() {}

    /**
     * The numbers of each completed trial, with its split; then those of each competitor under each protocol, with the split
     * "all": qualities, confusions and areas under the curves of each class of the pooled answers of all complete seeds, of which
     * {@code beats} is the number, intervals of macro-F1, accuracy, the calibration error, the sensitivity, positive predictive value
     * and F1 of each class, and the figures of the AAMI view, which come gross and as the average over records, the optimism where
     * there is a looser protocol, the macro-F1 over the classes of both sides where that is another, and medians of costs. A confusion is in the class column as truth and answer, {@code S>V}. Where
     * robustness was asked for, the macro-F1 under each disturbance, whose id is in the class column.
     */
    public static Data of(Comparison comparison) {
        List<Consumer<ResultsTable>> parts = new ArrayList<>();
        for (Trial trial : comparison.plan().trials()) {
            Optional<RunRecord> run = comparison.run(trial);
            if (run.isPresent() && run.get().outcome() instanceof Outcome.Completed completed) {
                ClassSides sides = comparison
                        .audit(Protocols.of(trial.protocolId()))
                        .map(ProtocolAudit::sides)
                        .orElse(ClassSides.BOTH);
                parts.add(table -> table.addTrial(trial, completed, sides));
            }
        }
        for (Protocol protocol : comparison.protocols()) {
            Stream.concat(comparison.ranking(protocol).stream(), comparison.references(protocol).stream())
                    .forEach(score -> parts.add(table -> table.addScore(score, comparison.optimism(score))));
            CompetitorRobustness.under(comparison, protocol)
                    .forEach(one -> parts.add(table -> table.addRobustness(
                            one, comparison.score(one.competitor(), protocol).orElseThrow())));
        }
        // No part depends on another, and ranking all answers by their probabilities takes a while.
        return new Data(
                ResultsSchema.SCHEMA.names(),
                parts.parallelStream().flatMap(part -> rows(part).stream()).toList());
    }

    private static List<List<String>> rows(Consumer<ResultsTable> part) {
        ResultsTable table = new ResultsTable();
        part.accept(table);
        return table.rows;
    }

    /** What the columns are. */
    public static TableSchema schema() {
        return ResultsSchema.SCHEMA;
    }

    private void addTrial(Trial trial, Outcome.Completed completed, ClassSides sides) {
        Answers answers =
                completed.test().without(Protocols.of(trial.protocolId()).unscored());
        List<String> start = List.of(
                trial.protocolId(),
                trial.label(),
                trial.classifier().id(),
                settings(trial.classifier().settings()),
                trial.resampling(),
                Long.toString(trial.seed()),
                trial.split());
        Line line = new Line(start, answers.size());
        ConfusionMatrix confusion = ConfusionMatrix.of(answers);
        if (!answers.isEmpty()) {
            RankedAreas areas = RankedAreas.of(Rankings.of(answers));
            FormulaValues values = new FormulaValues(answers, confusion, () -> areas);
            for (Quality quality : Quality.values()) {
                add(line, quality, "", quality.formula().accept(values));
            }
        }
        add(line, BOTH_SIDES, "", sides.macroF1OfBoth(confusion), "score");
        addClasses(
                line,
                confusion,
                (metric, name, formula) ->
                        add(line, metric, name, formula.figure().apply(confusion)));
        if (Calibration.of(trial.calibration()).needsValidation()) {
            add(line, "temperature", "", completed.temperature(), "score");
        }
        if (!CompetitorRobustness.disturbed(completed).isEmpty()) {
            addRobustness(start, completed);
        }
        if (trial.classifier().wasImported()) {
            return;
        }
        Costs costs = completed.costs();
        add(line, "training-beats", "", costs.trainingBeats(), "beats");
        if (!Canaries.include(trial.classifier().id())) {
            for (Cost cost : Cost.values()) {
                add(line, cost.id(), "", cost.of(costs), cost.unit().symbol());
            }
        }
    }

    private void addScore(Score score, OptionalDouble optimism) {
        Line line = new Line(start(score), score.confusion().total());
        Set<Quality> qualities = EnumSet.allOf(Quality.class);
        for (ComparisonMetric metric : ComparisonMetric.values()) {
            qualities.remove(metric.quality());
            add(line, metric.quality(), "", score.estimate(metric.quality()));
        }
        qualities.stream()
                .filter(quality -> !quality.hasInterval())
                .forEach(quality -> add(line, quality, "", score.quality(quality)));
        qualities.stream()
                .filter(Quality::hasInterval)
                .forEach(quality -> add(line, quality, "", score.estimate(quality)));
        add(line, BOTH_SIDES, "", score.macroF1OfBothSides(), "score");
        addReliability(line, score);
        add(line, "optimism", "", optimism, "score");
        addClasses(
                line,
                score.confusion(),
                (metric, name, formula) -> add(line, metric, name, score.estimate(formula.figure())));
        addSeparation(line, score);
        if (Aami.fits(score.confusion().classes())) {
            addAami(line, score);
        }
        if (score.hasCosts()) {
            for (Cost cost : Cost.values()) {
                add(line, cost.id(), "", score.median(cost::of), cost.unit().symbol());
            }
        }
    }

    private static List<String> start(Score score) {
        String seeds =
                String.join(" ", score.seeds().stream().map(String::valueOf).toList());
        return List.of(score.protocol().id(), score.competitor(), "", "", "", seeds, "all");
    }

    private void addRobustness(List<String> start, Outcome.Completed completed) {
        Map<String, Answers> disturbed = CompetitorRobustness.disturbed(completed);
        Answers first = disturbed.values().iterator().next();
        Line line = new Line(start, first.size());
        add(line, ROBUSTNESS, UNDISTURBED, CompetitorRobustness.macroF1(completed, ""), "score");
        for (String step : disturbed.keySet()) {
            add(line, ROBUSTNESS, step, CompetitorRobustness.macroF1(completed, step), "score");
        }
    }

    private void addRobustness(CompetitorRobustness pooled, Score score) {
        Line line = new Line(start(score), pooled.size());
        add(line, ROBUSTNESS, UNDISTURBED, pooled.undisturbed(), "score");
        for (Perturbation step : PerturbationLadder.STEPS) {
            add(line, ROBUSTNESS, step.id(), pooled.disturbed(step), "score");
        }
    }

    private void addReliability(Line line, Score score) {
        BrierDecomposition parts = score.brierParts();
        add(line, "brier-reliability", "", parts.reliability(), "score");
        add(line, "brier-resolution", "", parts.resolution(), "score");
        add(line, "brier-uncertainty", "", parts.uncertainty(), "score");
        add(line, "brier-within", "", parts.within(), "score");
        RiskCoverage risk = score.riskCoverage();
        add(line, "risk-of-surest-90", "", risk.risk(0.9), "share");
        add(line, "risk-of-surest-50", "", risk.risk(0.5), "share");
    }

    private void addSeparation(Line line, Score score) {
        List<String> classes = score.confusion().classes();
        for (int label = 0; label < classes.size(); label++) {
            for (ClassMetric metric : ClassMetric.values()) {
                if (!metric.isCounted()) {
                    add(line, metric, classes.get(label), score.quality(metric, label));
                }
            }
        }
    }

    private void addAami(Line line, Score score) {
        List<ConfusionMatrix> records = score.records();
        for (Aami figure : Aami.values()) {
            add(line, figure.id(), "", score.estimate(figure::of), figure.unit().symbol());
            if (figure.isAveraged()) {
                figure.average(records)
                        .ifPresent(average -> add(
                                line,
                                average(figure),
                                "",
                                average.value(),
                                figure.unit().symbol()));
            }
        }
    }

    private void addClasses(Line line, ConfusionMatrix confusion, ClassWriter writer) {
        List<String> classes = confusion.classes();
        for (int truth = 0; truth < classes.size(); truth++) {
            String name = classes.get(truth);
            for (ClassMetric metric : ClassMetric.values()) {
                if (metric.formula(truth) instanceof Formula.Counted counted) {
                    writer.write(metric, name, counted);
                }
            }
            for (int answer = 0; answer < classes.size(); answer++) {
                add(line, "confusion", name + ">" + classes.get(answer), confusion.count(truth, answer), "beats");
            }
        }
    }

    /** Writes a metric of a class, with its interval where there is one. */
    private interface ClassWriter {
        void write(ClassMetric metric, String name, Formula.Counted formula);
    }

    private void add(Line line, Metric metric, String name, OptionalDouble value) {
        add(line, metric.id(), name, value, metric.unit().symbol());
    }

    private void add(Line line, Metric metric, String name, Optional<Estimate> estimate) {
        add(line, metric.id(), name, estimate, metric.unit().symbol());
    }

    private void add(Line line, String metric, String name, OptionalDouble value, String unit) {
        if (value.isPresent()) {
            add(line, metric, name, value.getAsDouble(), unit);
        }
    }

    private void add(Line line, String metric, String name, long value, String unit) {
        rows.add(line.with(metric, name, Long.toString(value), "", "", unit));
    }

    private void add(Line line, String metric, String name, double value, String unit) {
        rows.add(line.with(metric, name, Unrounded.text(value), "", "", unit));
    }

    private void add(Line line, String metric, String name, Optional<Estimate> estimate, String unit) {
        estimate.ifPresent(some -> rows.add(line.with(
                metric,
                name,
                Unrounded.text(some.value()),
                Unrounded.text(some.low()),
                Unrounded.text(some.high()),
                unit)));
    }

    /** What the average of a figure over records is called. */
    static String average(Aami figure) {
        return figure.id() + "-average";
    }

    private static String settings(Map<String, String> settings) {
        return String.join(
                "; ",
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toList());
    }

    /** What all numbers of a trial have in common. */
    private record Line(List<String> start, long beats) {

        List<String> with(String metric, String name, String value, String low, String high, String unit) {
            List<String> row = new ArrayList<>(start);
            row.addAll(List.of(metric, name, value, low, high, unit, Long.toString(beats)));
            return row;
        }
    }
}
