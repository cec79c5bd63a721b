package org.beatbench.deep;

import org.beatbench.deep.training.LearningRateSchedule;
import org.beatbench.deep.training.LossWeights;
import org.beatbench.deep.training.Optimiser;
import org.beatbench.deep.training.TrainingSettings;

/** How networks learn unless told otherwise. */
final class Defaults {

    private Defaults() {}

    /** One way for all; only how fast and how long differs. */
    static TrainingSettings training(double learningRate, int epochs) {
        return new TrainingSettings(
                Optimiser.ADAM,
                learningRate,
                LearningRateSchedule.COSINE,
                0.1,
                0.01,
                256,
                epochs,
                0,
                0.02,
                LossWeights.NONE,
                1,
                0.999,
                0,
                0,
                1);
    }
}
