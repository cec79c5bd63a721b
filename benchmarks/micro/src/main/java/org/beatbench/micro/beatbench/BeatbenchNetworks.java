package org.beatbench.micro.beatbench;

import org.beatbench.api.Classifier;
import org.beatbench.deep.CnnProvider;
import org.beatbench.deep.CnnSettings;
import org.beatbench.deep.GruProvider;
import org.beatbench.deep.LstmProvider;
import org.beatbench.deep.LstmSettings;
import org.beatbench.deep.RecurrentSettings;
import org.beatbench.deep.ResNetProvider;
import org.beatbench.deep.ResNetSettings;
import org.beatbench.deep.StatePooling;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.training.LearningRateSchedule;
import org.beatbench.deep.training.LossWeights;
import org.beatbench.deep.training.Optimiser;
import org.beatbench.deep.training.TrainingSettings;
import org.beatbench.micro.contest.Network;

/** The networks as settings of the classifiers, with a training that is as plain as that of the others. */
final class BeatbenchNetworks {

    private static final double LEARNING_RATE = 0.001;

    private BeatbenchNetworks() {}

    static Classifier of(Network network, int batch, int epochs) {
        TrainingSettings training = new TrainingSettings(
                Optimiser.ADAM,
                LEARNING_RATE,
                LearningRateSchedule.CONSTANT,
                0,
                0,
                batch,
                epochs,
                0,
                0,
                LossWeights.NONE,
                0,
                0,
                0,
                0,
                1);
        return switch (network) {
            case CNN ->
                new CnnProvider()
                        .create(new CnnSettings(
                                "32 64 128", 5, false, TimePooling.MEAN, 64, false, 0, false, training));
            case RESNET -> resnet(false, training);
            case RESNET_NORMALIZED -> resnet(true, training);
            case RESNET_NARROW ->
                new ResNetProvider()
                        .create(new ResNetSettings(
                                "32 32 32 32 32", 5, 5, false, TimePooling.FLATTEN, false, 0, training));
            case LSTM -> new LstmProvider().create(new LstmSettings(recurrent(training), false));
            case GRU -> new GruProvider().create(recurrent(training));
        };
    }

    private static Classifier resnet(boolean normalized, TrainingSettings training) {
        return new ResNetProvider()
                .create(new ResNetSettings(
                        "32 32 64 64 128", 7, 5, normalized, TimePooling.MEAN_MAX, false, 0, training));
    }

    private static RecurrentSettings recurrent(TrainingSettings training) {
        return new RecurrentSettings(1, 64, 1, false, StatePooling.END, false, 0, training);
    }
}
