package org.beatbench.deep;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;
import org.beatbench.deep.training.TrainingSettings;

/** Settings of the two recurrent networks. */
public record RecurrentSettings(
        @Hyper(
                value = "samples that are read at one time step; 1 for every sample by itself",
                min = 1,
                max = 64,
                tries = {"4", "16"})
        int patch,

        @Hyper(
                value = "recurrent units in each direction",
                min = 1,
                max = 1024,
                tries = {"8", "24"})
        int units,

        @Hyper(
                value = "recurrent layers, one upon the other",
                min = 1,
                max = 8,
                tries = {"1", "3"})
        int depth,

        @Hyper("whether a second direction reads the beat from its end")
        boolean bidirectional,

        @Hyper("how the states become one row: end for the state at the beat's end, or mean, max, mean-max over time")
        StatePooling pooling,

        @Hyper("whether the beat's length, in which the interval to the next beat shows, is told to the last layer; not"
                + " with the pooling end")
        boolean seesLength,

        @Hyper(
                value = "share of the last hidden values that are dropped in training",
                min = 0,
                max = 0.9,
                tries = {"0", "0.6"})
        double dropout,

        TrainingSettings training) {

    public RecurrentSettings {
        Require.within("patch", patch, 1, 64);
        Require.within("units", units, 1, 1024);
        Require.within("depth", depth, 1, 8);
        Require.within("dropout", dropout, 0, 0.9);
        if (seesLength && pooling == StatePooling.END) {
            throw new IllegalArgumentException("sees-length needs a pooling over time, not end");
        }
    }
}
