package org.beatbench.reports.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Selection;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.RowDistance;
import org.beatbench.neighbours.Search;

/**
 * The beats most like some others, by the Euclidean distance of their samples.
 *
 * @param of one for each beat asked about that has a neighbour
 */
record Neighbourhood(List<Nearest> of) {

    private static final int UNKNOWN = -1;

    Neighbourhood {
        of = List.copyOf(of);
    }

    /**
     * The beats nearest to one.
     *
     * @param beat the row asked about
     * @param neighbour the row nearest to it, of equally near ones the first
     * @param ownGroup distance to the nearest other beat of the same origin, NaN if there is none or it is unknown
     * @param otherGroup distance to the nearest beat of another origin, NaN if there is none or it is unknown
     */
    record Nearest(int beat, int neighbour, double ownGroup, double otherGroup) {

        /** Whether both distances are known. */
        boolean isComparable() {
            return !Double.isNaN(ownGroup) && !Double.isNaN(otherGroup);
        }
    }

    /**
     * Searches among all beats.
     *
     * @param asked the rows to ask about; those with values that are not finite have no neighbours
     */
    static Neighbourhood of(Beats beats, Grouping grouping, int[] asked) {
        int[] groups = numbered(beats, grouping);
        Selection all = Selection.where(beats.size(), row -> true);
        return new Neighbourhood(Neighbours.of(beats.samples(), all, RowDistance.EUCLIDEAN_SINGLE, Cancellation.NEVER)
                .ask(
                        beats.samples(),
                        Selection.of(asked),
                        Runtime.getRuntime().availableProcessors(),
                        Cancellation.NEVER,
                        search -> nearest(search, groups))
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /** For each beat the number of its origin. */
    private static int[] numbered(Beats beats, Grouping grouping) {
        Map<String, Integer> numbers = new HashMap<>();
        return beats.beats().stream()
                .mapToInt(beat -> grouping.knows(beat)
                        ? numbers.computeIfAbsent(grouping.of(beat), name -> numbers.size())
                        : UNKNOWN)
                .toArray();
    }

    private static Optional<Nearest> nearest(Search search, int[] groups) {
        int beat = search.asked();
        int own = groups[beat];
        IntPredicate isKnown = other -> own != UNKNOWN && groups[other] != UNKNOWN;
        return search.nearest(1, other -> other != beat).stream()
                .findFirst()
                .map(any -> new Nearest(
                        beat,
                        any.row(),
                        distance(search, isKnown.and(other -> other != beat && groups[other] == own)),
                        distance(search, isKnown.and(other -> groups[other] != own))));
    }

    private static double distance(Search search, IntPredicate among) {
        return search.nearest(1, among).stream()
                .mapToDouble(Neighbour::distance)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The beats asked about whose neighbour is of their class. */
    Proportion sameClass(Beats beats) {
        return proportion(of, one -> beats.label(one.beat) == beats.label(one.neighbour));
    }

    /** Of the beats whose origin is known, those whose neighbour is of the same. */
    Proportion sameGroup(Beats beats, Grouping grouping) {
        return proportion(
                of.stream().filter(one -> grouping.knows(beats.beat(one.beat))).toList(),
                one -> grouping.of(beats.beat(one.beat)).equals(grouping.of(beats.beat(one.neighbour))));
    }

    private static Proportion proportion(List<Nearest> asked, Predicate<Nearest> same) {
        return new Proportion((int) asked.stream().filter(same).count(), asked.size());
    }

    /** Distances to the own origin, of the beats of which both distances are known. */
    double[] toOwn() {
        return comparable().mapToDouble(Nearest::ownGroup).toArray();
    }

    /** Distances to other origins, of the beats of which both distances are known. */
    double[] toOther() {
        return comparable().mapToDouble(Nearest::otherGroup).toArray();
    }

    private Stream<Nearest> comparable() {
        return of.stream().filter(Nearest::isComparable);
    }
}
