package org.example.minirocket;

import org.beatbench.api.Hyper;

/** How many features a beat is turned into. */
public record MiniRocketSettings(
        @Hyper(
                value = "features of a channel, a multiple of 84",
                min = 84,
                max = 9996,
                tries = {"84"})
        int features) {

    public MiniRocketSettings {
        if (features < 84 || features > 9996) {
            throw new IllegalArgumentException("features must be 84 to 9996: " + features);
        }
    }
}
