package org.beatbench.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.metrics.ConfusionMatrix;

/**
 * The classes that stand on one side only under a protocol, where averages over classes mean something else than usual.
 *
 * @param unlearned classes with test beats of which a model had none to learn from, and how many were tested so
 * @param untested classes without a test beat, and how many beats were learned from
 */
public record ClassSides(Map<String, Long> unlearned, Map<String, Long> untested) {

    /** Every class is on both sides, as far as is known. */
    public static final ClassSides BOTH = new ClassSides(Map.of(), Map.of());

    private static final String UNLEARNED = "unlearned ";
    private static final String UNTESTED = "untested ";

    public ClassSides {
        unlearned = Collections.unmodifiableMap(new TreeMap<>(unlearned));
        untested = Collections.unmodifiableMap(new TreeMap<>(untested));
    }

    /**
     * Counts the classes of two sides.
     *
     * @param tested all rows that are tested, in this or another split
     * @param unscored classes that do not matter
     */
    public static ClassSides of(
            Beats beats, Selection learned, Selection test, Selection tested, Set<String> unscored) {
        int[] learnedOf = counts(beats, learned);
        int[] testOf = counts(beats, test);
        int[] testedOf = counts(beats, tested);
        Map<String, Long> unlearned = new TreeMap<>();
        Map<String, Long> untested = new TreeMap<>();
        for (int label = 0; label < learnedOf.length; label++) {
            String name = beats.classes().get(label);
            if (unscored.contains(name)) {
                continue;
            }
            if (learnedOf[label] == 0 && testOf[label] > 0) {
                unlearned.put(name, (long) testOf[label]);
            }
            if (learnedOf[label] > 0 && testedOf[label] == 0) {
                untested.put(name, (long) learnedOf[label]);
            }
        }
        return new ClassSides(unlearned, untested);
    }

    private static int[] counts(Beats beats, Selection rows) {
        int[] counts = new int[beats.classes().size()];
        rows.stream().map(beats::label).forEach(label -> counts[label]++);
        return counts;
    }

    /** What the audits of the splits of a protocol say. A class is counted as in the seed in which it is worst. */
    static ClassSides of(List<SplitAudit> splits) {
        Map<Long, Map<String, Long>> sums = new TreeMap<>();
        splits.forEach(split -> split.checks().stream()
                .filter(check -> check.id().equals(OneSidedClasses.ID))
                .forEach(check -> check.figures()
                        .forEach((name, beats) -> sums.computeIfAbsent(split.seed(), any -> new TreeMap<>())
                                .merge(name, beats.longValue(), name.startsWith(UNTESTED) ? Math::max : Long::sum))));
        Map<String, Long> unlearned = new TreeMap<>();
        Map<String, Long> untested = new TreeMap<>();
        sums.values()
                .forEach(sum -> sum.forEach((name, beats) -> {
                    if (name.startsWith(UNLEARNED)) {
                        unlearned.merge(name.substring(UNLEARNED.length()), beats, Math::max);
                    }
                    if (name.startsWith(UNTESTED)) {
                        untested.merge(name.substring(UNTESTED.length()), beats, Math::max);
                    }
                }));
        return new ClassSides(unlearned, untested);
    }

    /** These as the figures of a check. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new TreeMap<>();
        unlearned.forEach((name, beats) -> figures.put(UNLEARNED + name, (double) beats));
        untested.forEach((name, beats) -> figures.put(UNTESTED + name, (double) beats));
        return figures;
    }

    /** Whether no class is on one side only. */
    public boolean isEmpty() {
        return unlearned.isEmpty() && untested.isEmpty();
    }

    /** The mean of F1 over the classes that were learned and tested; empty if these are all that were tested. */
    public OptionalDouble macroF1OfBoth(ConfusionMatrix confusion) {
        return unlearned.isEmpty() ? OptionalDouble.empty() : confusion.macroF1(name -> !unlearned.containsKey(name));
    }

    /** What there is to know of each, a sentence each. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        unlearned.forEach((name, beats) -> sentences.add("Class " + name + " ("
                + AuditPhrases.counted(beats, "test beat", "test beats")
                + ") has no training beat: no classifier can answer it, and in a macro average it counts as 0."));
        untested.forEach((name, beats) -> sentences.add("Class " + name + " ("
                + AuditPhrases.counted(beats, "beat to learn from", "beats to learn from")
                + ") has no test beat: its scores are not defined, and beats wrongly given it lower no score of its own in a"
                + " macro average."));
        return sentences;
    }

    /** In a few words: {@code class unseen in the test only}. */
    String headline() {
        List<String> parts = new ArrayList<>();
        if (!unlearned.isEmpty()) {
            parts.add(named(unlearned) + " in the test only");
        }
        if (!untested.isEmpty()) {
            parts.add(named(untested) + " in training only");
        }
        return String.join(", ", parts);
    }

    private static String named(Map<String, Long> classes) {
        return (classes.size() == 1 ? "class " : "classes ") + AuditPhrases.listed(List.copyOf(classes.keySet()));
    }
}
