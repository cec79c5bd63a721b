package org.example.nearestcentroid;

import org.beatbench.api.Hyper;

/** The settings: their texts, limits and defaults are all that Beatbench needs to offer them. */
public record NearestCentroidSettings(
        @Hyper(
                value = "how fast a class loses probability with distance",
                min = 0,
                max = 1000,
                tries = {"1", "100"})
        double sharpness) {}
