package org.example.randomforest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.FitContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;

final class ForestTest {

    private static final List<String> CLASSES = List.of("A", "B", "C");

    @Test
    void answersAsTribuoDoes() {
        Beats beats = beats();
        FitContext context = new FitContext(
                beats.select(Selection.of()), 7, 1, Path.of("scratch"), Progress.NONE, Cancellation.NEVER);
        Forest forest = Forest.fit(beats, new RandomForestSettings(11, 3, 5, 0), context);
        Predictions answers = forest.predict(beats);
        float[] values = forest.grid().values(beats);
        for (int row = 0; row < beats.size(); row++) {
            Prediction<Label> tribuo =
                    forest.model().predict(forest.grid().example(values, row, LabelFactory.UNKNOWN_LABEL));
            for (int label = 0; label < CLASSES.size(); label++) {
                double share = tribuo.getOutputScores().get(CLASSES.get(label)).getScore();
                assertEquals(share, answers.probability(row, label), 1e-6, "beat " + row);
            }
        }
    }

    /** Beats whose class shows in their mean, with much noise. */
    private static Beats beats() {
        SplittableRandom random = new SplittableRandom(1);
        Beats.Builder beats = Beats.builder(CLASSES, 12);
        for (int row = 0; row < 200; row++) {
            int label = random.nextInt(CLASSES.size());
            float[] samples = new float[12];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (float) (label + 4 * random.nextDouble());
            }
            beats.add(samples, Beat.anonymous(label, samples.length));
        }
        return beats.build();
    }
}
