package org.beatbench.deep;

import org.beatbench.deep.training.LearningRateSchedule;
import org.beatbench.deep.training.LossWeights;
import org.beatbench.deep.training.Optimiser;
import org.beatbench.deep.training.TrainingSettings;

/** How networks learn from the few beats of a test. */
final class QuickTraining {

    private QuickTraining() {}

    static TrainingSettings settings() {
        return new TrainingSettings(
                Optimiser.ADAM,
                0.005,
                LearningRateSchedule.COSINE,
                0.1,
                0.01,
                16,
                20,
                0,
                0.02,
                LossWeights.NONE,
                1,
                0.9,
                0,
                0,
                1);
    }
}
