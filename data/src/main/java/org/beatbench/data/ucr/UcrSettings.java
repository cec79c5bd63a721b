package org.beatbench.data.ucr;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/**
 * Which problem of the UCR archive to read.
 *
 * @param folder holds the files, or a folder of the problem's name that does; {@code ucr} in the data folder if empty
 * @param problem as it stands in the file names: {@code ECG5000} reads {@code ECG5000_TRAIN.tsv} and {@code
 *     ECG5000_TEST.tsv}
 * @param pad whether series of unequal length are padded at the end with zeros; if not, they are refused
 * @param label where the label stands in a line of a table; a .ts file says it itself
 */
public record UcrSettings(
        @Hyper("folder of the archive; empty for the folder ucr among the data")
        String folder,

        @Hyper("name of the problem, as in the names of its files")
        String problem,

        @Hyper("whether series of unequal length are padded with zeros; if not, they are refused")
        boolean pad,

        @Hyper(value = "where the label stands in a line of a table: first or last", added = true)
        LabelPlace label) {

    public UcrSettings {
        Require.path("folder", folder);
    }
}
