package org.beatbench.reports.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Rows;

/**
 * Beats that have exactly the same samples as another.
 *
 * @param beats beats of which there is another, identical one
 * @param distinct how many different beats these are
 * @param contradictory beats among them whose copies are not all of one class
 * @param scattered beats among them whose copies are not all of one origin, as far as that is known
 */
record Copies(int beats, int distinct, int contradictory, int scattered) {

    static Copies of(Beats beats, Origin origin) {
        List<List<Integer>> sets = sets(beats.samples());
        return new Copies(
                size(sets),
                sets.size(),
                size(sets.stream()
                        .filter(set -> set.stream().map(beats::label).distinct().count() > 1)
                        .toList()),
                size(sets.stream()
                        .filter(set -> set.stream()
                                        .map(beats::beat)
                                        .filter(origin::knows)
                                        .map(origin::of)
                                        .distinct()
                                        .count()
                                > 1)
                        .toList()));
    }

    /** Beats that could be left out without losing one. */
    int surplus() {
        return beats - distinct;
    }

    private static int size(List<List<Integer>> sets) {
        return sets.stream().mapToInt(List::size).sum();
    }

    private static List<List<Integer>> sets(Rows rows) {
        Map<Integer, List<Integer>> suspects = new HashMap<>();
        float[] row = new float[rows.width()];
        for (int i = 0; i < rows.size(); i++) {
            rows.copyRow(i, row, 0);
            suspects.computeIfAbsent(Arrays.hashCode(row), hash -> new ArrayList<>())
                    .add(i);
        }
        List<List<Integer>> sets = new ArrayList<>();
        for (List<Integer> sameHash : suspects.values()) {
            List<Integer> left = sameHash;
            while (left.size() > 1) {
                float[] first = rows.row(left.get(0));
                List<Integer> same = new ArrayList<>();
                List<Integer> other = new ArrayList<>();
                for (int i : left) {
                    rows.copyRow(i, row, 0);
                    (Arrays.equals(row, first) ? same : other).add(i);
                }
                if (same.size() > 1) {
                    sets.add(same);
                }
                left = other;
            }
        }
        return sets;
    }
}
