package org.beatbench.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.neighbours.Neighbour;
import org.beatbench.neighbours.Neighbours;
import org.beatbench.neighbours.RowDistance;
import org.beatbench.protocol.Draws;

/**
 * The synthetic minority over-sampling technique of N. V. Chawla, K. W. Bowyer, L. O. Hall and W. P. Kegelmeyer, "SMOTE:
 * Synthetic Minority Over-sampling Technique", J. Artif. Intell. Res. 16 (2002), with five neighbours. Every beat of a
 * class is the starting point of equally many made-up beats, but for a remainder that is drawn at random.
 */
final class Smote {

    private static final int NEIGHBOURS = 5;

    private final Beats training;
    private final Draws draws;
    private final int length;
    private final float[] samples;
    private final List<Beat> known;

    private Smote(Beats training, Draws draws) {
        this.training = training;
        this.draws = draws;
        this.length = training.length();
        int after = Arrays.stream(Resampling.SMOTE.countsAfter(training.classCounts()))
                .sum();
        this.samples = Arrays.copyOf(training.samples().toArray(), Math.multiplyExact(after, length));
        this.known = new ArrayList<>(training.beats());
    }

    static Beats apply(Beats training, Draws draws) {
        Smote smote = new Smote(training, draws);
        int largest = Resampling.largest(training.classCounts());
        for (int label = 0; label < training.classes().size(); label++) {
            int[] rows = Resampling.rowsOf(training, label);
            if (rows.length > 0 && rows.length < largest) {
                smote.add(rows, largest - rows.length);
            }
        }
        return Beats.of(training.classes(), training.form(), Rows.of(smote.samples, smote.length), smote.known);
    }

    private void add(int[] rows, int missing) {
        Selection all = Selection.of(rows);
        List<List<Neighbour>> nearest = Neighbours.of(
                        training.samples(), all, RowDistance.EUCLIDEAN_SINGLE, Cancellation.NEVER)
                .ask(
                        training.samples(),
                        all,
                        1,
                        Cancellation.NEVER,
                        search -> search.nearest(NEIGHBOURS, row -> row != search.asked()));
        int[] everyPoint = IntStream.range(0, rows.length).toArray();
        int[] remainder = draws.withoutReplacement(everyPoint, missing % rows.length);
        for (int i = 0; i < missing; i++) {
            int whole = missing - remainder.length;
            int point = i < whole ? i % rows.length : remainder[i - whole];
            List<Neighbour> near = nearest.get(point);
            int start = rows[point];
            int end =
                    near.isEmpty() ? start : near.get(draws.below(near.size())).row();
            add(
                    training.beat(start),
                    training.samples().row(start),
                    training.beat(end),
                    training.samples().row(end),
                    draws.fraction());
        }
    }

    /**
     * Adds the beat at a place of 0..1 between two. Its length is between theirs too, and padding follows it: where one of
     * the two has already ended, the other's samples stand alone, so that no beat is mixed with padding.
     */
    private void add(Beat from, float[] fromSamples, Beat to, float[] toSamples, double place) {
        int unpadded = (int) Math.round(between(from.unpaddedLength(), to.unpaddedLength(), place));
        int offset = known.size() * length;
        for (int i = 0; i < unpadded; i++) {
            samples[offset + i] = i >= from.unpaddedLength()
                    ? toSamples[i]
                    : i >= to.unpaddedLength() ? fromSamples[i] : (float) between(fromSamples[i], toSamples[i], place);
        }
        known.add(new Beat(
                from.label(),
                unpadded,
                between(from.rrBefore(), to.rrBefore(), place),
                between(from.rrAfter(), to.rrAfter(), place),
                "",
                "",
                -1,
                ""));
    }

    private static double between(double from, double to, double place) {
        return from + place * (to - from);
    }
}
