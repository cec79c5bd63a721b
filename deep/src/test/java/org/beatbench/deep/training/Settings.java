package org.beatbench.deep.training;

/** Training settings that differ in a few things from the plainest there are: Adam, one rate, nothing else. */
final class Settings {

    private Optimiser optimiser = Optimiser.ADAM;
    private double learningRate = 0.01;
    private LearningRateSchedule schedule = LearningRateSchedule.CONSTANT;
    private double warmUp;
    private double weightDecay;
    private int batchSize = 16;
    private int epochs = 5;
    private int patience;
    private double labelSmoothing;
    private LossWeights classWeights = LossWeights.NONE;
    private double gradientClip;
    private double averaging;
    private double noise;
    private double stretch;

    static Settings plain() {
        return new Settings();
    }

    Settings optimiser(Optimiser value, double rate) {
        optimiser = value;
        learningRate = rate;
        return this;
    }

    Settings schedule(LearningRateSchedule value, double warmUpShare) {
        schedule = value;
        warmUp = warmUpShare;
        return this;
    }

    Settings weightDecay(double value) {
        weightDecay = value;
        return this;
    }

    Settings batchSize(int value) {
        batchSize = value;
        return this;
    }

    Settings epochs(int value) {
        epochs = value;
        return this;
    }

    Settings patience(int value) {
        patience = value;
        return this;
    }

    Settings labelSmoothing(double value) {
        labelSmoothing = value;
        return this;
    }

    Settings classWeights(LossWeights value) {
        classWeights = value;
        return this;
    }

    Settings gradientClip(double value) {
        gradientClip = value;
        return this;
    }

    Settings averaging(double value) {
        averaging = value;
        return this;
    }

    Settings augmentation(double noiseDeviation, double largestStretch) {
        noise = noiseDeviation;
        stretch = largestStretch;
        return this;
    }

    TrainingSettings done() {
        return new TrainingSettings(
                optimiser,
                learningRate,
                schedule,
                warmUp,
                weightDecay,
                batchSize,
                epochs,
                patience,
                labelSmoothing,
                classWeights,
                gradientClip,
                averaging,
                noise,
                stretch,
                1);
    }
}
