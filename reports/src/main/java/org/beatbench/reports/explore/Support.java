package org.beatbench.reports.explore;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;

/** How many beats of each class come from each person or recording. Beats of unknown class or origin do not count. */
final class Support {

    private final SortedMap<String, int[]> counts;
    private final int[] totals;

    private Support(SortedMap<String, int[]> counts, int classes) {
        this.counts = counts;
        this.totals = new int[classes];
        counts.values().forEach(count -> Arrays.setAll(totals, label -> totals[label] + count[label]));
    }

    static Support of(Beats beats, Origin origin) {
        SortedMap<String, int[]> counts = new TreeMap<>();
        int classes = beats.classes().size();
        for (int row = 0; row < beats.size(); row++) {
            Beat beat = beats.beat(row);
            if (beat.label() != Beat.UNLABELLED && origin.knows(beat)) {
                counts.computeIfAbsent(origin.of(beat), name -> new int[classes])[beat.label()]++;
            }
        }
        return new Support(counts, classes);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Number of origins. */
    int size() {
        return counts.size();
    }

    /** The origins, that with most beats first. */
    List<String> largestFirst() {
        return counts.keySet().stream()
                .sorted(Comparator.comparingInt((String name) -> beats(name)).reversed())
                .toList();
    }

    /** Beats of an origin. */
    int beats(String name) {
        return Arrays.stream(counts.getOrDefault(name, new int[0])).sum();
    }

    /** Beats of an origin and a class. */
    int beats(String name, int label) {
        int[] count = counts.get(name);
        return count == null ? 0 : count[label];
    }

    /** The part of a class that an origin has, 0..1; 0 for a class without beats. */
    double share(String name, int label) {
        return totals[label] == 0 ? 0 : beats(name, label) / (double) totals[label];
    }

    /** Number of origins that have a beat of the class. */
    int having(int label) {
        return (int) counts.values().stream().filter(count -> count[label] > 0).count();
    }

    /**
     * The number of equally large origins that would be as uneven: the inverse of Simpson's index, {@code 1 / sum p²}
     * (E. H. Simpson, "Measurement of diversity", Nature 163 (1949)); 0 for a class without beats.
     */
    double effective(int label) {
        double sum = counts.keySet().stream()
                .mapToDouble(name -> share(name, label))
                .map(share -> share * share)
                .sum();
        return sum == 0 ? 0 : 1 / sum;
    }

    /** The origin with most beats of the class, of equals the first by name; empty for a class without beats. */
    String largest(int label) {
        return counts.keySet().stream()
                .filter(name -> beats(name, label) > 0)
                .sorted(Comparator.comparingInt((String name) -> beats(name, label))
                        .reversed())
                .findFirst()
                .orElse("");
    }

    /** How likely two different beats drawn at random are of the same origin, 0..1; 0 if there are not two. */
    double chanceOfSame() {
        double all = Arrays.stream(totals).asLongStream().sum();
        double pairs = counts.keySet().stream()
                .mapToDouble(this::beats)
                .map(count -> count * (count - 1))
                .sum();
        return all < 2 ? 0 : pairs / (all * (all - 1));
    }
}
