package org.beatbench.classical;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;

/** Beats for tests, from white noise to nothing but ties. */
final class TestBeats {

    static final List<String> CLASSES = List.of("N", "S", "V", "F", "Q");
    static final int LENGTH = 30;

    private TestBeats() {}

    /** Noise with a class-dependent wave in it; no two beats are at the same distance. */
    static Beats smooth(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Beats.Builder beats = Beats.builder(CLASSES, LENGTH);
        for (int i = 0; i < size; i++) {
            int label = random.nextInt(CLASSES.size());
            float[] row = new float[LENGTH];
            for (int t = 0; t < LENGTH; t++) {
                row[t] = (float) (Math.sin(t * (label + 1) / 9.0) + random.nextDouble(-1, 1));
            }
            beats.add(row, Beat.anonymous(label, LENGTH));
        }
        return beats.build();
    }

    /** Few distinct values in few places: duplicates, zero beats and equal distances everywhere, with clashing labels. */
    static Beats tied(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Beats.Builder beats = Beats.builder(CLASSES, LENGTH);
        for (int i = 0; i < size; i++) {
            float[] row = new float[LENGTH];
            for (int t = 0; t < LENGTH; t += 5) {
                row[t] = random.nextInt(3) / 2f;
            }
            beats.add(row, Beat.anonymous(random.nextInt(CLASSES.size()), LENGTH));
        }
        return beats.build();
    }

    /** Every beat many times over, as after oversampling. */
    static Beats repeated(int distinct, int times, long seed) {
        Beats few = smooth(distinct, seed);
        int[] rows = new SplittableRandom(seed)
                .ints((long) distinct * times, 0, distinct)
                .toArray();
        return few.select(Selection.of(rows));
    }

    static BeatDataset dataset(Beats beats) {
        return new BeatDataset(beats, TribuoFeatures.of(beats.length()), Cancellation.NEVER);
    }

    static FitContext context(Beats beats, int threads) {
        return new FitContext(
                beats.select(Selection.of()), 1, threads, Path.of("unused"), Progress.NONE, Cancellation.NEVER);
    }

    static LoadContext loading(Beats beats) {
        return new LoadContext(beats.form(), beats.classes(), 1);
    }
}
