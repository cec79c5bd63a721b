package org.beatbench.harness;

import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Hyper;

/** Small noisy beats of three classes and ten subjects. */
public final class ToyDatasetProvider implements DatasetProvider<ToyDatasetProvider.Settings> {

    /** Settings of the toy data. */
    public record Settings(
            @Hyper(value = "number of beats", min = 10) int beats) {}

    static final List<String> CLASSES = List.of("A", "B", "C");

    @Override
    public DatasetInfo info() {
        return new DatasetInfo("toy", "Toy beats", "Noisy steps.", "1", true, "", "");
    }

    @Override
    public Settings defaults() {
        return new Settings(300);
    }

    @Override
    public Beats load(Settings settings, DatasetContext context) {
        return beats(settings.beats());
    }

    static Beats beats(int size) {
        SplittableRandom random = new SplittableRandom(5);
        Beats.Builder builder = Beats.builder(CLASSES, 12);
        for (int i = 0; i < size; i++) {
            int label = i % 10 < 6 ? 0 : i % 10 < 9 ? 1 : 2;
            float[] samples = new float[12];
            for (int t = 0; t < samples.length; t++) {
                samples[t] = (float) (0.3 * label + 0.5 * random.nextDouble());
            }
            String subject = "s" + (i / 10) % 10;
            builder.add(samples, new Beat(label, 12, Double.NaN, Double.NaN, subject, subject, i, ""));
        }
        return builder.build();
    }
}
