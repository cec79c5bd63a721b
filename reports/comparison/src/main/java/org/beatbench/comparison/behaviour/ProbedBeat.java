package org.beatbench.comparison.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.beatbench.saliency.OccludedBeat;

/**
 * A single beat with what hiding its stretches does to the answer of each of several classifiers.
 *
 * @param row in the data set
 * @param truth its class
 * @param views what each classifier made of it, in the order of the classifiers
 */
public record ProbedBeat(int row, int truth, List<View> views) {

    public ProbedBeat {
        views = List.copyOf(views);
    }

    /** What one classifier made of it, and what hiding each window of it costs. */
    public record View(String competitor, OccludedBeat beat, List<CompetitorSaliency.Drop> drops) {

        public boolean isRight() {
            return beat.answer() == beat.truth();
        }
    }

    /** A beat that was chosen because many classifiers were right about it, or because many were wrong. */
    public record ChosenBeat(ProbedBeat beat, boolean right) {

        /** How many were. */
        public long agreeing() {
            return beat.count(right);
        }
    }

    /** The beats of which all of these classifiers were asked, by row. */
    public static List<ProbedBeat> of(List<CompetitorSaliency> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        TreeSet<Integer> rows = new TreeSet<>(asked.get(0).rows());
        asked.forEach(salience -> rows.retainAll(salience.rows()));
        List<ProbedBeat> beats = new ArrayList<>();
        for (int row : rows) {
            List<View> views =
                    asked.stream().map(salience -> salience.view(row)).toList();
            beats.add(new ProbedBeat(row, views.get(0).beat().truth(), views));
        }
        return beats;
    }

    /**
     * Of some beats one that as many classifiers as possible are right about, and another that as many as possible are wrong
     * about, of equals the first; none that nobody is right, or wrong, about.
     *
     * @param beats by row
     */
    public static List<ChosenBeat> chosen(List<ProbedBeat> beats) {
        Optional<ProbedBeat> clear = most(beats, true);
        // If the first is also one that most are wrong about, then all beats are equal in this, and another will do.
        Optional<ProbedBeat> hard = most(
                beats.stream().filter(beat -> !clear.equals(Optional.of(beat))).toList(), false);
        return Stream.concat(
                        clear.map(beat -> new ChosenBeat(beat, true)).stream(),
                        hard.map(beat -> new ChosenBeat(beat, false)).stream())
                .toList();
    }

    private static Optional<ProbedBeat> most(List<ProbedBeat> beats, boolean right) {
        return beats.stream()
                .filter(beat -> beat.count(right) > 0)
                .reduce((first, other) -> other.count(right) > first.count(right) ? other : first);
    }

    private long count(boolean right) {
        return views.stream().filter(view -> view.isRight() == right).count();
    }
}
