package org.beatbench.micro.contest;

import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;

/** Beats whose class is seen at once: a bump at a place of its own. */
public final class Samples {

    private Samples() {}

    /** Bumps to train on and to ask about. */
    public static Material bumps(int training, int test) {
        return new Material(beats(training, 1), beats(test, 2));
    }

    static Beats beats(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Beats.Builder beats = Beats.builder(List.of("0", "1", "2", "3", "4"), Network.LENGTH);
        for (int i = 0; i < count; i++) {
            int label = i % Network.CLASSES;
            float[] samples = new float[Network.LENGTH];
            for (int t = 0; t < samples.length; t++) {
                double bump = Math.exp(-Math.pow((t - 20 - 35 * label) / 6.0, 2));
                samples[t] = (float) ((label % 2 == 0 ? bump : 1 - bump) + random.nextDouble(0.05));
            }
            beats.add(samples, Beat.anonymous(label, Network.LENGTH));
        }
        return beats.build();
    }
}
