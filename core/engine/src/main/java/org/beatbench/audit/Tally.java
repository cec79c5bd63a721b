package org.beatbench.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * Counts, for each class, the rows that a check looked at and those in which it found something. Not for use by two
 * threads at once.
 */
final class Tally {

    /**
     * From this part of a class on, a find is too much: below it, rows that are known beforehand cannot raise the sensitivity of
     * any class by more than one point.
     */
    static final double TOO_MUCH = 0.01;

    private final List<String> classes;
    private final int[] asked;
    private final int[] found;

    Tally(List<String> classes) {
        this.classes = classes;
        this.asked = new int[classes.size()];
        this.found = new int[classes.size()];
    }

    void add(int label, boolean isFound) {
        asked[label]++;
        found[label] += isFound ? 1 : 0;
    }

    int asked() {
        return Arrays.stream(asked).sum();
    }

    int asked(int label) {
        return asked[label];
    }

    int found() {
        return Arrays.stream(found).sum();
    }

    int found(int label) {
        return found[label];
    }

    double share() {
        return asked() == 0 ? 0 : found() / (double) asked();
    }

    /** The part of a class, 0 for one without rows. */
    double share(int label) {
        return asked[label] == 0 ? 0 : found[label] / (double) asked[label];
    }

    /** The labels that have rows. */
    IntStream present() {
        return IntStream.range(0, asked.length).filter(label -> asked[label] > 0);
    }

    /**
     * Nothing found passes; what was found is a warning, or too much.
     *
     * @param strict whether a single one is too much
     */
    AuditVerdict verdict(boolean strict) {
        if (found() == 0) {
            return AuditVerdict.PASS;
        }
        boolean tooMuch = strict || present().anyMatch(label -> share(label) >= TOO_MUCH);
        return tooMuch ? AuditVerdict.FAIL : AuditVerdict.WARN;
    }

    /** {@code N 0.0 %, S 99.7 %}. */
    String byClass() {
        StringJoiner text = new StringJoiner(", ");
        present().forEach(label -> text.add(classes.get(label) + " " + AuditPhrases.share(share(label))));
        return text.toString();
    }

    /** Adds the numbers under names that begin like this. */
    void addTo(Map<String, Double> figures, String name) {
        figures.put(name, (double) found());
        figures.put(name + "-of", (double) asked());
        present().forEach(label -> {
            figures.put(name + "-" + classes.get(label), (double) found[label]);
            figures.put(name + "-of-" + classes.get(label), (double) asked[label]);
        });
    }
}
