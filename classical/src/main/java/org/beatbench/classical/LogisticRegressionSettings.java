package org.beatbench.classical;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/** Settings of the logistic regression. */
public record LogisticRegressionSettings(
        @Hyper("how a gradient becomes a step: adagrad, adam or sgd")
        RegressionOptimiser optimiser,

        @Hyper(
                value = "size of the first step; adam wants about 0.01",
                min = 1e-6,
                max = 100,
                tries = {"0.1", "0.01"})
        double learningRate,

        @Hyper(
                value = "passes over the training beats",
                min = 1,
                max = 1000,
                tries = {"5", "50"})
        int epochs,

        @Hyper(
                value = "beats per step",
                min = 1,
                max = 4096,
                tries = {"128", "512"})
        int batchSize,

        @Hyper("none: every beat counts the same; balanced: every class does")
        ClassWeights classWeights) {

    public LogisticRegressionSettings {
        Require.within("learning-rate", learningRate, 1e-6, 100);
        Require.within("epochs", epochs, 1, 1000);
        Require.within("batch-size", batchSize, 1, 4096);
    }
}
