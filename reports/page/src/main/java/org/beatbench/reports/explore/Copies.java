package org.beatbench.reports.explore;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Rows;
import org.beatbench.neighbours.Twins;

/**
 * Beats that have exactly the same samples as another.
 *
 * @param beats beats of which there is another, identical one
 * @param distinct how many different beats these are
 * @param contradictory beats among them whose copies are not all of one class
 * @param scattered beats among them whose copies are not all of one origin, as far as that is known
 */
record Copies(int beats, int distinct, int contradictory, int scattered) {

    static Copies of(Beats beats, Grouping grouping) {
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
                                        .filter(grouping::knows)
                                        .map(grouping::of)
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
        Twins twins = Twins.of(rows);
        return IntStream.range(0, rows.size())
                .boxed()
                .collect(Collectors.groupingBy(twins::first, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .toList();
    }
}
