package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;

/**
 * How many beats of each class come from each recording or person.
 *
 * @param counts by name; one count per class
 */
record Groups(SortedMap<String, int[]> counts) {

    /** Counts labelled beats by something that is known of them; beats of which it is not known are left out. */
    static Groups of(Beats beats, Function<Beat, String> name) {
        SortedMap<String, int[]> counts = new TreeMap<>();
        for (int row = 0; row < beats.size(); row++) {
            Beat beat = beats.beat(row);
            if (beat.label() != Beat.UNLABELLED && !name.apply(beat).isEmpty()) {
                counts.computeIfAbsent(
                                name.apply(beat), any -> new int[beats.classes().size()])[beat.label()]++;
            }
        }
        return new Groups(counts);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    int size() {
        return counts.size();
    }

    /** Number of groups that have a beat of the class. */
    long having(int label) {
        return counts.values().stream().filter(count -> count[label] > 0).count();
    }

    /**
     * The number of equally large groups that would be as uneven: the inverse of Simpson's index, {@code 1 / sum p²}
     * (E. H. Simpson, "Measurement of diversity", Nature 163 (1949)); 0 for a class without beats.
     */
    double effective(int label) {
        double total = total(label);
        return total == 0
                ? 0
                : 1
                        / counts.values().stream()
                                .mapToDouble(count -> Math.pow(count[label] / total, 2))
                                .sum();
    }

    /** The group with most beats of the class; empty for a class without beats. */
    String largest(int label) {
        return counts.entrySet().stream()
                .filter(group -> group.getValue()[label] > 0)
                .max((a, b) -> Integer.compare(a.getValue()[label], b.getValue()[label]))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The part of the class that comes from its largest group, 0..1; 0 for a class without beats. */
    double largestShare(int label) {
        int most =
                counts.values().stream().mapToInt(count -> count[label]).max().orElse(0);
        return total(label) == 0 ? 0 : most / (double) total(label);
    }

    /** How likely two beats drawn at random are from the same group. */
    double chanceOfSame() {
        double all = counts.values().stream()
                .mapToInt(count -> Arrays.stream(count).sum())
                .sum();
        return counts.values().stream()
                .mapToDouble(count -> Math.pow(Arrays.stream(count).sum() / all, 2))
                .sum();
    }

    private int total(int label) {
        return counts.values().stream().mapToInt(count -> count[label]).sum();
    }
}
