package org.beatbench.deep;

import org.beatbench.api.Hyper;

/** Settings of the LSTM network. */
public record LstmSettings(
        RecurrentSettings network,

        @Hyper("whether the LSTM is DL4J's own, which is much slower; needs a pooling over time, not end")
        boolean stockLayers) {

    public LstmSettings {
        if (stockLayers && network.pooling() == StatePooling.END) {
            throw new IllegalArgumentException("stock-layers needs a pooling over time, not end");
        }
    }
}
