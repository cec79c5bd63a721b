package org.beatbench.resampling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.protocol.Draws;

/** Ways to even out how often the classes stand among the training beats. */
public enum Resampling {
    NONE("As they are", "The training beats are used as they are.") {
        @Override
        public int[] countsAfter(int[] counts) {
            return counts.clone();
        }

        @Override
        Beats resample(Beats training, long seed) {
            return training;
        }
    },

    OVER(
            "Oversampling",
            "Every class is brought to the size of the largest by repeating beats of it, drawn at random with"
                    + " replacement. Nothing is lost, nothing new is learned from, and training takes longer.") {
        @Override
        public int[] countsAfter(int[] counts) {
            return present(counts, count -> largest(counts));
        }

        @Override
        Beats resample(Beats training, long seed) {
            Draws draws = Draws.of(seed, "resampling/over");
            int largest = largest(training.classCounts());
            Selection repeated =
                    Selection.of(IntStream.range(0, training.classes().size())
                            .mapToObj(label -> rowsOf(training, label))
                            .filter(rows -> rows.length > 0)
                            .flatMapToInt(rows -> Arrays.stream(draws.withReplacement(rows, largest - rows.length)))
                            .toArray());
            return training.select(Selection.where(training.size(), row -> true).and(repeated));
        }
    },

    UNDER(
            "Undersampling",
            "Every class is brought to the size of the smallest by leaving out beats of it, drawn at random. Training is"
                    + " quick, and most of the frequent beats are never seen.") {
        @Override
        public int[] countsAfter(int[] counts) {
            return present(counts, count -> smallest(counts));
        }

        @Override
        Beats resample(Beats training, long seed) {
            Draws draws = Draws.of(seed, "resampling/under");
            int smallest = smallest(training.classCounts());
            return training.select(
                    Selection.of(IntStream.range(0, training.classes().size())
                            .mapToObj(label -> rowsOf(training, label))
                            .filter(rows -> rows.length > 0)
                            .flatMapToInt(rows -> Arrays.stream(draws.withoutReplacement(rows, smallest)))
                            .sorted()
                            .toArray()));
        }
    },

    SMOTE(
            "SMOTE",
            "Every class is brought to the size of the largest by made-up beats, each at a random place on the line between a"
                    + " beat and one of its five nearest neighbours of the same class (Chawla et al. 2002). A made-up beat"
                    + " belongs to no patient.") {
        @Override
        public int[] countsAfter(int[] counts) {
            return OVER.countsAfter(counts);
        }

        @Override
        Beats resample(Beats training, long seed) {
            return Smote.apply(training, Draws.of(seed, "resampling/smote"));
        }
    };

    private final String title;
    private final String explanation;

    Resampling(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /**
     * A way of resampling by its id.
     *
     * @throws UserError if there is none, with the one that may have been meant
     */
    public static Resampling of(String id) {
        List<Resampling> all = List.of(values());
        return all.stream()
                .filter(resampling -> resampling.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown(
                        "resampling", id, all.stream().map(Resampling::id).toList()));
    }

    /** Short name for experiments. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Changes whenever the same beats and seed may give others; part of a trial's key. */
    public String version() {
        return "1";
    }

    /** Name for tables and headings. */
    public String title() {
        return title;
    }

    /** What it does and what it costs; a few sentences. */
    public String explanation() {
        return explanation;
    }

    /**
     * How many beats of each class there would be. A class without beats stays without.
     *
     * @param counts beats of each class, in label order
     */
    public abstract int[] countsAfter(int[] counts);

    /**
     * Resamples training beats; the order of the result has no meaning.
     *
     * @param training labelled beats
     * @param seed the only source of randomness
     * @throws IllegalArgumentException if a beat has no label
     */
    public Beats apply(Beats training, long seed) {
        if (training.beats().stream().anyMatch(beat -> beat.label() == Beat.UNLABELLED)) {
            throw new IllegalArgumentException("training beats must be labelled: " + training);
        }
        return resample(training, seed);
    }

    abstract Beats resample(Beats training, long seed);

    static int[] rowsOf(Beats beats, int label) {
        return Selection.where(beats.size(), row -> beats.label(row) == label).stream()
                .toArray();
    }

    static int largest(int[] counts) {
        return Arrays.stream(counts).max().orElse(0);
    }

    private static int smallest(int[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).min().orElse(0);
    }

    private static int[] present(int[] counts, IntUnaryOperator change) {
        return Arrays.stream(counts)
                .map(count -> count == 0 ? 0 : change.applyAsInt(count))
                .toArray();
    }
}
