package org.beatbench.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.calibration.Calibration;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.Entry;
import org.beatbench.experiment.ValidationUse;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownClassifier;
import org.beatbench.resampling.Resampling;

/**
 * One entry of an experiment, resolved: its classifier is found and its settings are checked.
 *
 * @param label its name in tables
 * @param candidates the learner, or several that differ in settings, of which the validation beats choose one
 * @param resampling id of what is done to the training beats first
 * @param calibration id of what is done to the model's probabilities afterwards
 * @param validation what becomes of the validation beats
 * @param seeds those of the experiment's that it runs with; none for all
 */
record Competitor(
        String label,
        List<ClassifierUse> candidates,
        String resampling,
        String calibration,
        ValidationUse validation,
        List<Long> seeds) {

    /**
     * Understands an entry.
     *
     * @throws UserError if the classifier, a setting, the resampling or the calibration is unknown, or a value illegal
     */
    static Competitor of(Entry entry, Catalogue catalogue) {
        KnownClassifier<?> classifier = catalogue.classifier(entry.classifier().id());
        Resampling resampling = Resampling.of(entry.resampling());
        Calibration calibration = Calibration.of(entry.calibration());
        List<ClassifierUse> candidates = combinations(entry.classifier().settings()).stream()
                .map(classifier::use)
                .distinct()
                .toList();
        boolean needed = candidates.size() > 1 || calibration.needsValidation();
        if (entry.joinsValidation() && needed) {
            throw new UserError(
                    label(entry, classifier) + " is to learn from the validation beats too, but "
                            + (candidates.size() > 1
                                    ? "its settings have several values, of which they choose one"
                                    : "calibration " + calibration.id() + " is fitted to them"),
                    "leave out validation: joined, or what needs them");
        }
        boolean held = needed || (classifier.info().usesValidation() && !entry.joinsValidation());
        return new Competitor(
                label(entry, classifier),
                candidates,
                resampling.id(),
                calibration.id(),
                held ? ValidationUse.HELD_OUT : ValidationUse.JOINED,
                entry.seeds());
    }

    /** Whether it runs with a seed. */
    boolean runsWith(long seed) {
        return seeds.isEmpty() || seeds.contains(seed);
    }

    private static String label(Entry entry, KnownClassifier<?> classifier) {
        if (!entry.label().isEmpty()) {
            return entry.label();
        }
        return Stream.of(classifier.info().name(), entry.resampling(), entry.calibration())
                .filter(word -> !word.equals("none"))
                .collect(Collectors.joining(", "));
    }

    /** All ways to take one value for each setting; a setting with a list of values has several. */
    private static List<Map<String, Object>> combinations(Map<String, Object> settings) {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            List<?> values = setting.getValue() instanceof List<?> list ? list : List.of(setting.getValue());
            if (values.isEmpty()) {
                throw new UserError(
                        "setting " + setting.getKey() + " has an empty list of values", "give at least one");
            }
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> combination : combinations) {
                for (Object value : values) {
                    Map<String, Object> one = new LinkedHashMap<>(combination);
                    one.put(setting.getKey(), value);
                    longer.add(one);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
