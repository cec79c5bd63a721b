package org.beatbench.harness;

import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.Hyper;
import org.beatbench.api.Rows;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.api.perturbation.Perturbation;

/** Small noisy beats of three classes and ten subjects; each is taken for a recording of its own. */
public final class ToyDatasetProvider implements PerturbableProvider<ToyDatasetProvider.Settings> {

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

    @Override
    public List<Beats> perturbed(
            Settings settings, Beats chosen, List<Perturbation> perturbations, long seed, DatasetContext context) {
        return perturbations.stream()
                .map(perturbation -> perturbed(chosen, perturbation, seed))
                .toList();
    }

    private static Beats perturbed(Beats chosen, Perturbation perturbation, long seed) {
        Rows.Builder rows = Rows.builder(chosen.length());
        for (int row = 0; row < chosen.size(); row++) {
            float[] samples = chosen.samples().row(row);
            double[] signal = new double[samples.length];
            for (int i = 0; i < signal.length; i++) {
                signal[i] = samples[i];
            }
            long own = Perturbation.seed(seed, Long.toString(chosen.beat(row).position()));
            double[] worse = perturbation.signal(signal, 120, own);
            for (int i = 0; i < signal.length; i++) {
                samples[i] = (float) worse[i];
            }
            rows.add(samples);
        }
        return chosen.withSamples(rows.build());
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
