package org.beatbench.deep;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Input;

/**
 * Beats of three channels and four features, of 20 to 32 samples, of which one input alone tells the class. The features have units
 * that differ by nine powers of ten.
 */
final class FormBeats {

    static final List<String> CLASSES = List.of("lower", "middle", "upper");
    static final int SAMPLES = 32;
    static final int CHANNELS = 3;
    static final int FEATURES = 4;
    static final Form FORM = form(CHANNELS, FEATURES);

    private static final double[] UNITS = {1, 1e-4, 1e5, 30};

    private FormBeats() {}

    static Form form(int channels, int features) {
        return new Form("toy", SAMPLES, inputs("channel", channels), inputs("feature", features));
    }

    private static List<Input> inputs(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Input(kind + "-" + i, "", "made for a test", true))
                .toList();
    }

    /** Beats whose class is where a bump of one channel stands; in the other channels it stands anywhere. */
    static Beats toldByChannel(int telling, int size, long seed) {
        return drawn(telling, -1, size, seed);
    }

    /** Beats whose class is how large one feature is. */
    static Beats toldByFeature(int telling, int size, long seed) {
        return drawn(-1, telling, size, seed);
    }

    private static Beats drawn(int tellingChannel, int tellingFeature, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Beats.Builder beats = Beats.builder(CLASSES, FORM);
        for (int beat = 0; beat < size; beat++) {
            int label = beat % CLASSES.size();
            int length = random.nextInt(20, SAMPLES + 1);
            float[] row = new float[FORM.width()];
            for (int channel = 0; channel < CHANNELS; channel++) {
                int place = channel == tellingChannel ? label : random.nextInt(CLASSES.size());
                bump(row, FORM.startOf(channel), length, 4 + 6 * place, random);
            }
            for (int feature = 0; feature < FEATURES; feature++) {
                double value = random.nextGaussian() * (feature == tellingFeature ? 0.3 : 1);
                row[FORM.startOfFeatures() + feature] =
                        (float) (UNITS[feature] * (50 + value + (feature == tellingFeature ? 3 * (label - 1) : 0)));
            }
            beats.add(row, Beat.anonymous(label, length));
        }
        return beats.build();
    }

    private static void bump(float[] row, int start, int length, int centre, SplittableRandom random) {
        for (int i = 0; i < length; i++) {
            row[start + i] =
                    (float) (Math.exp(-Math.pow((i - centre) / 1.5, 2)) - 0.3 + 0.1 * random.nextDouble(-1, 1));
        }
    }
}
