package org.beatbench.deep;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.training.TrainingSettings;

/** Settings of the convolutional network. */
public record CnnSettings(
        @Hyper(
                value = "channels of each convolution, first to last",
                tries = {"8", "16 16"})
        String widths,

        @Hyper(
                value = "time steps that a convolution sees, odd",
                min = 1,
                max = 63,
                tries = {"3", "9"})
        int kernel,

        @Hyper("whether convolutions are followed by batch normalisation, over blocks of 32 beats")
        boolean batchNormalisation,

        @Hyper("how what the last convolution found becomes one row: mean, max, mean-max, or flatten for all of it")
        TimePooling pooling,

        @Hyper(
                value = "values of the hidden layer behind the convolutions; 0 for none",
                min = 0,
                max = 4096,
                tries = {"0", "16"})
        int hidden,

        @Hyper(
                "whether the beat's length, in which the interval to the next beat shows, is told to the layer behind them")
        boolean seesLength,

        @Hyper(
                value = "share of the last hidden values that are dropped in training",
                min = 0,
                max = 0.9,
                tries = {"0", "0.6"})
        double dropout,

        @Hyper("whether convolutions and poolings are DL4J's own, which is much slower; not with batch normalisation")
        boolean stockLayers,

        TrainingSettings training) {

    public CnnSettings {
        Convolutions.widths("widths", widths);
        Convolutions.requireOdd("kernel", kernel);
        Require.within("hidden", hidden, 0, 4096);
        Require.within("dropout", dropout, 0, 0.9);
        if (stockLayers && batchNormalisation) {
            throw new IllegalArgumentException("stock-layers has no batch-normalisation over time");
        }
    }
}
