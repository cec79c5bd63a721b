package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;

/**
 * How alike beats are to one another.
 *
 * @param identical beats of which there is another with exactly the same samples
 * @param contradictory of these, beats whose copy has another class
 * @param asked beats whose nearest neighbour was searched among all others
 * @param sameGroup of these, those whose nearest neighbour is from the same recording or person
 * @param sameClass of these, those whose nearest neighbour is of the same class
 */
record Twins(int identical, int contradictory, int asked, int sameGroup, int sameClass) {

    private static final int ASKED = 1_000;

    static Twins of(Beats beats) {
        float[][] rows = IntStream.range(0, beats.size())
                .mapToObj(row -> beats.samples().row(row))
                .toArray(float[][]::new);
        int identical = 0;
        int contradictory = 0;
        for (List<Integer> copies : copies(rows)) {
            identical += copies.size();
            boolean contradiction = copies.stream().map(beats::label).distinct().count() > 1;
            contradictory += contradiction ? copies.size() : 0;
        }
        int[] asked = beats.size() < 2 ? new int[0] : Thinned.of(beats, ASKED, "twins");
        int[] nearest = NearestRows.of(rows, asked);
        int[] pairs = IntStream.range(0, asked.length).toArray();
        return new Twins(
                identical,
                contradictory,
                asked.length,
                (int) Arrays.stream(pairs)
                        .filter(i -> sameGroup(beats.beat(asked[i]), beats.beat(nearest[i])))
                        .count(),
                (int) Arrays.stream(pairs)
                        .filter(i -> beats.label(asked[i]) == beats.label(nearest[i]))
                        .count());
    }

    /** The recording, or where that is unknown the person. */
    static String group(Beat beat) {
        return beat.record().isEmpty() ? beat.subject() : beat.record();
    }

    private static boolean sameGroup(Beat beat, Beat other) {
        return !group(beat).isEmpty() && group(beat).equals(group(other));
    }

    private static List<List<Integer>> copies(float[][] rows) {
        Map<Integer, List<Integer>> byHash = new HashMap<>();
        for (int row = 0; row < rows.length; row++) {
            byHash.computeIfAbsent(Arrays.hashCode(rows[row]), hash -> new ArrayList<>())
                    .add(row);
        }
        List<List<Integer>> copies = new ArrayList<>();
        for (List<Integer> suspects : byHash.values()) {
            while (suspects.size() > 1) {
                float[] first = rows[suspects.get(0)];
                List<Integer> equal = suspects.stream()
                        .filter(row -> Arrays.equals(rows[row], first))
                        .toList();
                if (equal.size() > 1) {
                    copies.add(equal);
                }
                suspects.removeAll(equal);
            }
        }
        return copies;
    }
}
