package org.beatbench.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;

/** The people behind some rows: for each the number of beats of every class. */
final class Subjects {

    private final Beats beats;
    private final Selection rows;
    private final TreeMap<String, int[]> counts = new TreeMap<>();
    private final int[] totals;

    private Subjects(Beats beats, Selection rows) {
        this.beats = beats;
        this.rows = rows;
        this.totals = new int[classes()];
        rows.stream().mapToObj(beats::beat).forEach(this::count);
    }

    private void count(Beat beat) {
        counts.computeIfAbsent(owner(beat), owner -> new int[classes()])[beat.label()]++;
        totals[beat.label()]++;
    }

    /** The people behind rows that are all labelled. */
    static Subjects of(Beats beats, Selection rows) {
        return new Subjects(beats, rows);
    }

    /** The names of the recordings, the empty one included if a recording is unknown. */
    static Set<String> records(Beats beats) {
        Set<String> records = new TreeSet<>();
        for (int row = 0; row < beats.size(); row++) {
            records.add(beats.beat(row).record());
        }
        return records;
    }

    /** Their names, in alphabetical order. */
    List<String> names() {
        return List.copyOf(counts.keySet());
    }

    int size() {
        return counts.size();
    }

    int classes() {
        return beats.classes().size();
    }

    /**
     * What part of all beats of each class is this person's, 0..1 (0 for a class without beats); and as the last element
     * what part of all beats.
     */
    double[] shares(String name) {
        int[] own = Objects.requireNonNull(counts.get(name), name);
        double[] shares = new double[classes() + 1];
        for (int label = 0; label < classes(); label++) {
            shares[label] = totals[label] == 0 ? 0 : own[label] / (double) totals[label];
        }
        shares[classes()] = Arrays.stream(own).sum() / (double) rows.size();
        return shares;
    }

    /** Their rows, in the order these were given. */
    Selection rowsOf(Set<String> names) {
        return Selection.of(rows.stream()
                .filter(row -> names.contains(owner(beats.beat(row))))
                .toArray());
    }

    /** The subject; where it is unknown, whoever was recorded. */
    static String owner(Beat beat) {
        return beat.knowsSubject() ? beat.subject() : beat.record();
    }
}
