package org.beatbench.deep;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.training.TrainingSettings;

/** Settings of the residual network. */
public record ResNetSettings(
        @Hyper(
                value = "channels of each residual block, first to last",
                tries = {"8", "16 16 16"})
        String widths,

        @Hyper(
                value = "samples that the first convolution sees, odd",
                min = 1,
                max = 63,
                tries = {"3", "15"})
        int stemKernel,

        @Hyper(
                value = "time steps that a convolution in a block sees, odd",
                min = 1,
                max = 63,
                tries = {"3", "7"})
        int kernel,

        @Hyper("whether convolutions are followed by batch normalisation, over blocks of 32 beats")
        boolean batchNormalisation,

        @Hyper("how what the last block found becomes one row: mean, max, mean-max, or flatten for all of it")
        TimePooling pooling,

        @Hyper("whether the beat's length, in which the interval to the next beat shows, is told to the last layer")
        boolean seesLength,

        @Hyper(
                value = "share of the last hidden values that are dropped in training",
                min = 0,
                max = 0.9,
                tries = {"0", "0.6"})
        double dropout,

        TrainingSettings training) {

    public ResNetSettings {
        Convolutions.widths("widths", widths);
        Convolutions.requireOdd("stem-kernel", stemKernel);
        Convolutions.requireOdd("kernel", kernel);
        Require.within("dropout", dropout, 0, 0.9);
    }
}
