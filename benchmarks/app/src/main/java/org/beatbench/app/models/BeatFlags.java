package org.beatbench.app.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.quality.NoiseLevel;
import org.beatbench.data.recording.Recording;
import org.beatbench.models.BeatFlag;
import org.beatbench.models.TrainingExamples;
import org.beatbench.neighbours.Neighbour;

/** Finds what is to be borne in mind with answers. Among it, rows in which the signal does not move: there is nothing to judge a beat by. */
final class BeatFlags {

    private static final int MOST_NAMED = 10;

    private final Optional<TrainingExamples> examples;
    private final int threads;
    private final Set<Long> noisy;
    private final List<Long> namedFlat = new ArrayList<>();
    private long rows;
    private long flat;

    private BeatFlags(Optional<TrainingExamples> examples, int threads, Set<Long> noisy) {
        this.examples = examples;
        this.threads = threads;
        this.noisy = noisy;
    }

    /** Of rows of which nothing else is known. */
    static BeatFlags ofRows() {
        return new BeatFlags(Optional.empty(), 1, Set.of());
    }

    /**
     * Of the beats of a recording.
     *
     * @param examples of what the model learned from, if there are any
     * @param threads to look for the nearest of them with
     */
    static BeatFlags of(Recording recording, Optional<TrainingExamples> examples, int threads) {
        long[] marks = recording.annotations().stream()
                .filter(mark -> BeatClass.of(mark.symbol()).isPresent())
                .mapToLong(mark -> mark.sample())
                .toArray();
        boolean[] isNoisy = NoiseLevel.noisy(recording);
        Set<Long> noisy = new HashSet<>();
        for (int beat = 0; beat < marks.length; beat++) {
            if (isNoisy[beat]) {
                noisy.add(marks[beat]);
            }
        }
        return new BeatFlags(examples, threads, noisy);
    }

    /** The next answers, with all that is to be borne in mind. */
    AnsweredBlock of(Beats beats, Predictions answers) {
        List<Optional<Neighbour>> nearest = examples.map(all -> all.nearest(beats, threads))
                .orElseGet(() -> IntStream.range(0, beats.size())
                        .mapToObj(row -> Optional.<Neighbour>empty())
                        .toList());
        List<List<BeatFlag>> flags = new ArrayList<>();
        for (int row = 0; row < beats.size(); row++) {
            rows++;
            flags.add(of(beats, row, answers, nearest.get(row)));
        }
        return new AnsweredBlock(beats, answers, flags, nearest);
    }

    private List<BeatFlag> of(Beats beats, int row, Predictions answers, Optional<Neighbour> nearest) {
        List<BeatFlag> flags = new ArrayList<>();
        boolean isFlat = BeatFlag.isFlat(beats, row);
        BeatFlag.ofAnswer(row, answers, isFlat).ifPresent(flags::add);
        if (isFlat) {
            flat++;
            if (namedFlat.size() < MOST_NAMED) {
                namedFlat.add(rows);
            }
        } else {
            if (nearest.isPresent()
                    && nearest.get().distance() > examples.orElseThrow().usual()) {
                flags.add(BeatFlag.UNLIKE);
            }
            if (noisy.contains(beats.beat(row).position())) {
                flags.add(BeatFlag.NOISY);
            }
        }
        if (Double.isNaN(beats.beat(row).rrBefore())) {
            flags.add(BeatFlag.FIRST);
        }
        return List.copyOf(flags);
    }

    /** What is to be said of flat ones that were found; empty if there were none. */
    Optional<String> warning() {
        if (flat == 0) {
            return Optional.empty();
        }
        String which = namedFlat.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of((flat == 1 ? "row " : flat + " rows are flat: ") + which
                + (flat > namedFlat.size() ? ", ..." : "") + (flat == 1 ? " is flat" : "")
                + "; nothing can be told from a signal that does not move, so " + (flat == 1 ? "it has" : "they have")
                + " no class");
    }
}
