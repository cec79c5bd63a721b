package org.beatbench.data.table;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/**
 * Which table of beats to read.
 *
 * @param file the table; {@code beats.csv} in the data folder if empty
 * @param rate samples a second, 0 if unknown
 */
public record TableSettings(
        @Hyper("the table, such as beats.csv; empty for beats.csv among the data")
        String file,

        @Hyper(value = "samples a second; 0: unknown, places are then told in samples", min = 0, max = 100_000)
        double rate) {

    public TableSettings {
        Require.path("file", file);
        Require.within("rate", rate, 0, 100_000);
    }
}
