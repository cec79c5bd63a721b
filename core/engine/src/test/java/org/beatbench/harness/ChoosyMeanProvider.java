package org.beatbench.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierInfo;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.FitContext;
import org.beatbench.api.Hyper;
import org.beatbench.api.LoadContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.harness.NearestMeanProvider.Behaviour;

/** The tiny classifier once more; this one chooses how sharply it decides by its validation beats. */
public final class ChoosyMeanProvider implements ClassifierProvider<ChoosyMeanProvider.Settings> {

    private final NearestMeanProvider plain = new NearestMeanProvider();

    /** Its settings. */
    public record Settings(
            @Hyper(value = "the sharper of two ways to decide", min = 0.1, max = 100, tries = "5")
            double sharper) {}

    @Override
    public ClassifierInfo info() {
        return new ClassifierInfo(
                "choosy-mean",
                "Choosy mean",
                "Takes the class with the nearest mean.",
                "1",
                true,
                Map.of("means", "1.0"));
    }

    @Override
    public Settings defaults() {
        return new Settings(10);
    }

    @Override
    public Classifier create(Settings settings) {
        return (training, context) -> {
            if (context.validation().isEmpty()) {
                throw new IllegalStateException("nothing to choose by");
            }
            TrainedModel sharp = fit(settings.sharper(), training, context);
            TrainedModel blunt = fit(settings.sharper() / 2, training, context);
            return certainty(sharp, context.validation()) >= certainty(blunt, context.validation()) ? sharp : blunt;
        };
    }

    @Override
    public TrainedModel load(Path folder, LoadContext context) throws IOException {
        return plain.load(folder, context);
    }

    private TrainedModel fit(double sharpness, Beats training, FitContext context) {
        return plain.create(new NearestMeanProvider.Settings(Behaviour.GOOD, sharpness, 0))
                .fit(training, context);
    }

    private static double certainty(TrainedModel model, Beats validation) {
        var answers = model.predict(validation);
        double sum = 0;
        for (int row = 0; row < validation.size(); row++) {
            sum += answers.probability(row, validation.label(row));
        }
        return sum;
    }
}
