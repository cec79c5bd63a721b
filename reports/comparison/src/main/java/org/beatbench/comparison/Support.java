package org.beatbench.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** How many beats of each class come from each person or recording: on how many people the scores of a class rest. */
public final class Support {

    /** Below this effective number of people, a class says little about anybody else. */
    private static final double FEW = 3;

    private final SortedMap<String, int[]> counts;
    private final int[] totals;

    private Support(SortedMap<String, int[]> counts, int classes) {
        this.counts = counts;
        this.totals = new int[classes];
        counts.values().forEach(count -> Arrays.setAll(totals, label -> totals[label] + count[label]));
    }

    /**
     * Counts beats. Those of unknown class or origin do not count.
     *
     * @param classes number of classes
     * @param beats number of beats
     * @param origin whose a beat is, empty if that is unknown
     * @param label its class, negative if that is unknown
     */
    public static Support of(int classes, int beats, IntFunction<String> origin, IntUnaryOperator label) {
        SortedMap<String, int[]> counts = new TreeMap<>();
        for (int beat = 0; beat < beats; beat++) {
            int known = label.applyAsInt(beat);
            if (known >= 0 && !origin.apply(beat).isEmpty()) {
                counts.computeIfAbsent(origin.apply(beat), name -> new int[classes])[known]++;
            }
        }
        return new Support(counts, classes);
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** Number of origins. */
    public int size() {
        return counts.size();
    }

    /** The origins, that with most beats first. */
    public List<String> largestFirst() {
        return counts.keySet().stream()
                .sorted(Comparator.comparingInt((String name) -> beats(name)).reversed())
                .toList();
    }

    /** Beats of an origin. */
    public int beats(String name) {
        return Arrays.stream(counts.getOrDefault(name, new int[0])).sum();
    }

    /** Beats of an origin and a class. */
    public int beats(String name, int label) {
        int[] count = counts.get(name);
        return count == null ? 0 : count[label];
    }

    /** The part of a class that an origin has, 0..1; 0 for a class without beats. */
    public double share(String name, int label) {
        return totals[label] == 0 ? 0 : beats(name, label) / (double) totals[label];
    }

    /** Number of origins that have a beat of the class. */
    public int having(int label) {
        return (int) counts.values().stream().filter(count -> count[label] > 0).count();
    }

    /**
     * The number of equally large origins that would be as uneven: the inverse of Simpson's index, {@code 1 / sum p²}
     * (E. H. Simpson, "Measurement of diversity", Nature 163 (1949)); 0 for a class without beats.
     */
    public double effective(int label) {
        double sum = counts.keySet().stream()
                .mapToDouble(name -> share(name, label))
                .map(share -> share * share)
                .sum();
        return sum == 0 ? 0 : 1 / sum;
    }

    /** Whether a class has beats, but of fewer than three people in effect, who cannot stand for others. */
    public boolean restsOnFew(int label) {
        return totals[label] > 0 && effective(label) < FEW;
    }

    /** The origin with most beats of the class, of equals the first by name; empty for a class without beats. */
    public String largest(int label) {
        return counts.keySet().stream()
                .filter(name -> beats(name, label) > 0)
                .sorted(Comparator.comparingInt((String name) -> beats(name, label))
                        .reversed())
                .findFirst()
                .orElse("");
    }

    /** How likely two different beats drawn at random are of the same origin, 0..1; 0 if there are not two. */
    public double chanceOfSame() {
        double all = Arrays.stream(totals).asLongStream().sum();
        double pairs = counts.keySet().stream()
                .mapToDouble(this::beats)
                .map(count -> count * (count - 1))
                .sum();
        return all < 2 ? 0 : pairs / (all * (all - 1));
    }
}
