package org.beatbench.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.experiment.Experiment;
import org.beatbench.experiment.Trial;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Protocol;
import org.beatbench.stats.ComparisonMetric;

/** The same classifiers on the same beats in several forms: what each thing that a classifier is told besides the row is worth. */
public final class InputLadder {

    /** A record that holds more than this of a class decides that class alone. */
    private static final double MOST = 0.5;

    /** Fewer beats of a class are no class that a record could rule. */
    private static final long FEWEST = 50;

    private final Comparison comparison;
    private final List<String> forms;
    private final List<String> classifiers;

    private InputLadder(Comparison comparison, List<String> forms, List<String> classifiers) {
        this.comparison = comparison;
        this.forms = forms;
        this.classifiers = classifiers;
    }

    /** The ladder of an experiment; empty unless it compares several forms. */
    public static Optional<InputLadder> of(Comparison comparison) {
        List<Trial> trials = comparison.plan().trials();
        if (trials.stream()
                        .map(Trial::dataset)
                        .map(DatasetUse::settings)
                        .distinct()
                        .count()
                < 2) {
            return Optional.empty();
        }
        LinkedHashSet<String> forms = new LinkedHashSet<>();
        LinkedHashSet<String> classifiers = new LinkedHashSet<>();
        for (Trial trial : trials) {
            int mark = trial.label().lastIndexOf(Experiment.FORM_MARK);
            if (mark > 0) {
                classifiers.add(trial.label().substring(0, mark));
                forms.add(trial.label().substring(mark + Experiment.FORM_MARK.length()));
            }
        }
        return forms.size() < 2
                ? Optional.empty()
                : Optional.of(new InputLadder(comparison, List.copyOf(forms), List.copyOf(classifiers)));
    }

    /** From the poorest to the richest, as the experiment names them. */
    public List<String> forms() {
        return forms;
    }

    public List<String> classifiers() {
        return classifiers;
    }

    /** How well a classifier does with a form; empty if that is not complete. */
    public Optional<Score> score(String classifier, String form, Protocol protocol) {
        return comparison.score(label(classifier, form), protocol);
    }

    /**
     * What a form brings over the one before it, paired; empty for the first and where one of them is not complete.
     *
     * @return a comparison whose first or second is the richer form: see {@link PairwiseComparison#first()}
     */
    public Optional<PairwiseComparison> step(String classifier, String form, Protocol protocol) {
        int rung = forms.indexOf(form);
        if (rung < 1) {
            return Optional.empty();
        }
        Differences differences = comparison.differences(protocol);
        String richer = label(classifier, form);
        String poorer = label(classifier, forms.get(rung - 1));
        // The first of a pair is the one that ranks higher, which need not be the richer form.
        return differences
                .between(richer, poorer, ComparisonMetric.MACRO_F1)
                .or(() -> differences.between(poorer, richer, ComparisonMetric.MACRO_F1));
    }

    /** The name of a competitor in the ranking. */
    private static String label(String classifier, String form) {
        return classifier + Experiment.FORM_MARK + form;
    }

    /**
     * The record that holds most of a scored class, and so decides it alone.
     *
     * @param record its name
     * @param label the class
     * @param share of the class's test beats that are its, above a half
     */
    public record RulingRecord(String record, int label, double share) {}

    /** The record that rules a class most; empty if none does. */
    public Optional<RulingRecord> rulingRecord(Protocol protocol) {
        List<Score> ranking = comparison.ranking(protocol);
        if (ranking.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, ConfusionMatrix> records =
                ConfusionMatrix.byRecord(ranking.get(0).answersBySeed().get(0));
        List<RulingRecord> ruling = new ArrayList<>();
        for (int label : comparison.scored(protocol)) {
            long all = records.values().stream()
                    .mapToLong(matrix -> matrix.ofClass(label))
                    .sum();
            records.forEach((record, matrix) -> {
                double share = all == 0 ? 0 : matrix.ofClass(label) / (double) all;
                if (share > MOST && all >= FEWEST && !record.isEmpty()) {
                    ruling.add(new RulingRecord(record, label, share));
                }
            });
        }
        // Of several classes that are ruled, the one with most beats loses most by it.
        return ruling.stream().max(Comparator.comparingLong(one -> Objects.requireNonNull(records.get(one.record()))
                .ofClass(one.label())));
    }

    /** Macro-F1 of all seeds without the beats of a record. */
    public OptionalDouble macroF1Without(Score score, String record) {
        Map<String, List<ConfusionMatrix>> parts = new LinkedHashMap<>();
        score.answersBySeed().forEach(answers -> ConfusionMatrix.byRecord(answers)
                .forEach((name, matrix) ->
                        parts.computeIfAbsent(name, key -> new ArrayList<>()).add(matrix)));
        parts.remove(record);
        List<ConfusionMatrix> left =
                parts.values().stream().flatMap(List::stream).toList();
        return left.isEmpty()
                ? OptionalDouble.empty()
                : ConfusionMatrix.sum(left).macroF1();
    }
}
