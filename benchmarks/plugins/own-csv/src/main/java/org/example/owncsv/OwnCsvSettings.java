package org.example.owncsv;

import org.beatbench.api.Hyper;

/** The settings: their texts, limits and defaults are all that Beatbench needs to offer them. */
public record OwnCsvSettings(
        @Hyper("name of the file in the folder of this data set")
        String file,

        @Hyper(value = "samples a second", min = 1, max = 100_000)
        double rate) {}
