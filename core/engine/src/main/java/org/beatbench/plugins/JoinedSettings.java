package org.beatbench.plugins;

import org.beatbench.api.Hyper;

/**
 * The settings of two data sets that are joined.
 *
 * @param training those of the one that is learned from, as a JSON object
 * @param test those of the one that is tested, likewise
 */
public record JoinedSettings(
        @Hyper("settings of the data set that is learned from, as a JSON object")
        String training,

        @Hyper("settings of the data set that is tested, as a JSON object")
        String test) {}
