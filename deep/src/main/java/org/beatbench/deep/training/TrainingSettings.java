package org.beatbench.deep.training;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/** How a network learns; the same for all of them. */
public record TrainingSettings(
        @Hyper("how a gradient becomes a step: adam, nadam, amsgrad, rmsprop, or sgd with momentum")
        Optimiser optimiser,

        @Hyper(
                value = "highest learning rate",
                min = 1e-7,
                max = 10,
                tries = {"0.0001", "0.01"})
        double learningRate,

        @Hyper("how the learning rate goes after warm-up: constant, cosine or linear")
        LearningRateSchedule schedule,

        @Hyper(
                value = "share of all steps in which the learning rate rises to its highest",
                min = 0,
                max = 0.9,
                tries = {"0", "0.3"})
        double warmUp,

        @Hyper(
                value = "decay of the weights per step, in units of the learning rate, apart from the gradient (AdamW)",
                min = 0,
                max = 10,
                tries = {"0", "0.5"})
        double weightDecay,

        @Hyper(
                value = "beats per step",
                min = 1,
                max = 8192,
                tries = {"32", "512"})
        int batchSize,

        @Hyper(
                value = "most passes over the training beats",
                min = 1,
                max = 10_000,
                tries = {"1", "3"})
        int epochs,

        @Hyper(
                value = "passes without a better macro-F1 on the validation beats after which to stop; 0 for never",
                min = 0,
                max = 10_000,
                tries = {"1", "2"})
        int patience,

        @Hyper(
                value = "share of a label that is spread over all classes",
                min = 0,
                max = 0.9,
                tries = {"0", "0.2"})
        double labelSmoothing,

        @Hyper("how much a beat counts: none, all the same; root, by one over the root of its class's size; balanced,"
                + " all classes the same")
        LossWeights classWeights,

        @Hyper(
                value =
                        "longest gradient, in the Euclidean norm over all parameters; longer ones are shortened; 0 for any",
                min = 0,
                max = 1e6,
                tries = {"0", "0.01"})
        double gradientClip,

        @Hyper(
                value =
                        "how much of the running average of the parameters, which is what answers, survives a step; 0 for"
                                + " no average",
                min = 0,
                max = 0.99999,
                tries = {"0", "0.99"})
        double averaging,

        @Hyper(
                value =
                        "augmentation: standard deviation of the noise on each sample of a training beat, which is 0 to 1",
                min = 0,
                max = 1,
                tries = {"0", "0.05"})
        double noise,

        @Hyper(
                value = "augmentation: largest share by which a training beat is stretched or shortened in time",
                min = 0,
                max = 0.5,
                tries = {"0", "0.1"})
        double stretch,

        @Hyper(
                value =
                        "networks that are trained apart, each from a seed of its own, and answer together: the mean of their"
                                + " probabilities",
                min = 1,
                max = 25,
                tries = {"2"},
                added = true)
        int members) {

    public TrainingSettings {
        Require.within("learning-rate", learningRate, 1e-7, 10);
        Require.within("warm-up", warmUp, 0, 0.9);
        Require.within("weight-decay", weightDecay, 0, 10);
        Require.within("batch-size", batchSize, 1, 8192);
        Require.within("epochs", epochs, 1, 10_000);
        Require.within("patience", patience, 0, 10_000);
        Require.within("label-smoothing", labelSmoothing, 0, 0.9);
        Require.within("gradient-clip", gradientClip, 0, 1e6);
        Require.within("averaging", averaging, 0, 0.99999);
        Require.within("noise", noise, 0, 1);
        Require.within("stretch", stretch, 0, 0.5);
        Require.within("members", members, 1, 25);
    }
}
