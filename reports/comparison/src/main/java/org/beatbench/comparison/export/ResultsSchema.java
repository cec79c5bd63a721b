package org.beatbench.comparison.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.metrics.Aami;
import org.beatbench.metrics.ClassMetric;
import org.beatbench.metrics.Cost;
import org.beatbench.metrics.Quality;
import org.beatbench.results.TableSchema;
import org.beatbench.results.TableSchema.Field;

/** What the columns of {@code results.csv} are. */
final class ResultsSchema {

    static final TableSchema SCHEMA = schema();

    private ResultsSchema() {}

    private static TableSchema schema() {
        return new TableSchema(
                "Numbers of a comparison",
                "One number per row. Rows with a split of its own are of one completed trial. Rows with the split \"all\" are"
                        + " of one classifier under one protocol: qualities of the pooled answers of all folds and seeds of"
                        + " which every fold completed, and medians of costs. A number that is not defined has no row.",
                List.of(
                        Field.required("protocol", TableSchema.Type.STRING, "Id of the way to divide the beats."),
                        Field.required("classifier", TableSchema.Type.STRING, "Its name in tables."),
                        Field.optional(
                                "id", TableSchema.Type.STRING, "Id of the classifier; empty in rows of \"all\"."),
                        Field.optional(
                                "settings",
                                TableSchema.Type.STRING,
                                "Every setting, as name=value separated by \"; \"; empty in rows of \"all\", where several"
                                        + " candidates may stand behind one name."),
                        Field.optional(
                                "resampling",
                                TableSchema.Type.STRING,
                                "What was done to the training beats first; empty in rows of \"all\"."),
                        Field.required(
                                        "seed",
                                        TableSchema.Type.STRING,
                                        "The seed; in rows of \"all\" all of them, separated by spaces.")
                                .with("pattern", "-?[0-9]+( -?[0-9]+)*"),
                        Field.required(
                                "split",
                                TableSchema.Type.STRING,
                                "The fold, \"whole\" where there is one only, or \"all\"."),
                        Field.required("metric", TableSchema.Type.STRING, "What the number is.")
                                .among(metrics()),
                        Field.optional(
                                "class",
                                TableSchema.Type.STRING,
                                "For what concerns one class its name; for confusion, truth and answer as in S>V; for"
                                        + " robustness, the disturbance, or \"undisturbed\"."),
                        Field.required("value", TableSchema.Type.NUMBER, "The number, with all its digits."),
                        Field.optional(
                                "low", TableSchema.Type.NUMBER, "Lower end of its 95 % interval, if it has one."),
                        Field.optional("high", TableSchema.Type.NUMBER, "Upper end of the same."),
                        Field.required("unit", TableSchema.Type.STRING, "How the number is to be read.")
                                .among(units()),
                        Field.required(
                                        "beats",
                                        TableSchema.Type.INTEGER,
                                        "How many test beats of the split were scored, all classes together, whatever class the row is"
                                                + " of; in rows of \"all\", of all folds and seeds; for robustness, of the part of"
                                                + " them that was disturbed.")
                                .with("minimum", 0)),
                List.of("protocol", "classifier", "settings", "resampling", "seed", "split", "metric", "class"));
    }

    private static Map<String, String> metrics() {
        Map<String, String> metrics = new LinkedHashMap<>();
        for (Quality quality : Quality.values()) {
            metrics.put(quality.id(), quality.explanation());
        }
        for (Cost cost : Cost.values()) {
            metrics.put(cost.id(), cost.explanation());
        }
        putClasses(metrics, true);
        metrics.put("confusion", "How many beats of a class were given another, or the same.");
        putClasses(metrics, false);
        for (Aami figure : Aami.values()) {
            metrics.put(figure.id(), figure.explanation());
            if (figure.isAveraged()) {
                metrics.put(ResultsTable.average(figure), "The same, as the mean over recordings.");
            }
        }
        metrics.put("brier-reliability", "Part of the Brier score: how far confidences are from what comes true.");
        metrics.put(
                "brier-resolution", "Part of the Brier score: how much confidences tell apart; the more, the better.");
        metrics.put(
                "brier-uncertainty", "Part of the Brier score: what nobody can avoid who knows only the frequencies.");
        metrics.put("brier-within", "Part of the Brier score: what the bins of confidence hide.");
        metrics.put("risk-of-surest-90", "Share of wrong answers among the surest 90 %.");
        metrics.put("risk-of-surest-50", "Share of wrong answers among the surest 50 %.");
        metrics.put("temperature", "By what the logarithms of the probabilities were divided to calibrate them.");
        metrics.put(
                ResultsTable.ROBUSTNESS,
                "Macro-F1 on some of the test beats, cut from recordings that were disturbed; or on the same, undisturbed.");
        metrics.put("training-beats", "How many beats were fitted on, after resampling.");
        metrics.put(
                ResultsTable.BOTH_SIDES,
                "Macro-F1 over the classes that could be learned and were tested, where others were tested too.");
        metrics.put("optimism", "How much higher the macro-F1 is under the loosest protocol measured.");
        return metrics;
    }

    private static void putClasses(Map<String, String> metrics, boolean counted) {
        for (ClassMetric metric : ClassMetric.values()) {
            if (metric.isCounted() == counted) {
                metrics.put(metric.id(), metric.explanation());
            }
        }
    }

    private static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("share", "A part of 1.");
        units.put("score", "A figure without a unit.");
        units.put("nats", "Natural units of information.");
        units.put("s", "Seconds.");
        units.put("B", "Bytes.");
        units.put("beats", "A count of beats.");
        return units;
    }
}
