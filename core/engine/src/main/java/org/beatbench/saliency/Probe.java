package org.beatbench.saliency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Predictions;
import org.beatbench.api.Selection;
import org.beatbench.protocol.Draws;

/** Asks a fitted model about beats of which a stretch is hidden; the same beats and stretches for every model. */
public final class Probe {

    /** Beats that are asked about between two questions whether to go on. */
    private static final int TOGETHER = 16;

    private final Function<Beats, Predictions> model;
    private final Cancellation cancellation;

    /**
     * A probe of a model.
     *
     * @param model what it answers of beats, which it must see without labels
     * @param cancellation is asked whether to go on
     */
    public Probe(Function<Beats, Predictions> model, Cancellation cancellation) {
        this.model = model;
        this.cancellation = cancellation;
    }

    /**
     * Asks about some test beats of each class. The model sees them without labels, and the answers flow nowhere but into the
     * record.
     *
     * @param dataset all beats
     * @param test the rows among which to draw
     * @param each how many beats of each class to draw, at least 1; fewer are drawn where there are fewer
     * @param seed of the draw
     */
    public Saliency of(Beats dataset, Selection test, int each, long seed) {
        List<Window> windows = Occlusion.windows(dataset.length());
        int[] rows = drawn(dataset, test, each, seed, windows.get(0).to());
        List<OccludedBeat> beats = new ArrayList<>();
        for (int from = 0; from < rows.length; from += TOGETHER) {
            cancellation.check();
            int[] together = Arrays.copyOfRange(rows, from, Math.min(from + TOGETHER, rows.length));
            beats.addAll(asked(dataset, together, windows));
        }
        int longest = beats.stream().mapToInt(beat -> beat.drops().size()).max().orElse(0);
        return new Saliency(windows.subList(0, longest), beats, MeanBeat.of(dataset, test));
    }

    /**
     * How many beats a model is asked about at most, whole or with a stretch hidden.
     *
     * @param classes how many there are
     * @param length of a row, padding included
     * @param each as in {@link #of}
     */
    public static int questions(int classes, int length, int each) {
        return classes * each * (1 + Occlusion.windows(length).size());
    }

    /** Beats of every class that are long enough for a window, by class and row. */
    private static int[] drawn(Beats dataset, Selection test, int each, long seed, int shortest) {
        List<Integer> drawn = new ArrayList<>();
        for (int label = 0; label < dataset.classes().size(); label++) {
            int[] own = Arrays.stream(rowsOf(dataset, test, label))
                    .filter(row -> dataset.beat(row).unpaddedLength() >= shortest)
                    .toArray();
            int[] chosen = Draws.of(seed, "saliency/" + label).withoutReplacement(own, Math.min(each, own.length));
            Arrays.stream(chosen).sorted().forEach(drawn::add);
        }
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The rows of a class, each once, ascending. */
    static int[] rowsOf(Beats dataset, Selection rows, int label) {
        return rows.stream()
                .filter(row -> dataset.label(row) == label)
                .sorted()
                .distinct()
                .toArray();
    }

    private List<OccludedBeat> asked(Beats dataset, int[] rows, List<Window> windows) {
        Beats.Builder questions = Beats.builder(dataset.classes(), dataset.form());
        for (int row : rows) {
            float[] whole = dataset.samples().row(row);
            questions.add(whole, dataset.beat(row));
            for (Window window : within(dataset, row, windows)) {
                questions.add(Occlusion.hidden(whole, dataset.beat(row).unpaddedLength(), window), dataset.beat(row));
            }
        }
        Predictions answers = model.apply(questions.build());
        List<OccludedBeat> beats = new ArrayList<>();
        int next = 0;
        for (int row : rows) {
            int count = within(dataset, row, windows).size();
            beats.add(occluded(row, dataset.label(row), answers, next, count));
            next += 1 + count;
        }
        return beats;
    }

    /** The windows that lie within a beat: those that reach into its padding hide less than others, and say nothing. */
    private static List<Window> within(Beats dataset, int row, List<Window> windows) {
        return windows.stream()
                .filter(window -> window.to() <= dataset.beat(row).unpaddedLength())
                .toList();
    }

    private static OccludedBeat occluded(int row, int truth, Predictions answers, int whole, int count) {
        int answer = answers.label(whole);
        float probability = answers.probability(whole, answer);
        List<Float> drops = new ArrayList<>();
        for (int hidden = whole + 1; hidden <= whole + count; hidden++) {
            drops.add(probability - answers.probability(hidden, answer));
        }
        return new OccludedBeat(row, truth, answer, probability, drops);
    }
}
