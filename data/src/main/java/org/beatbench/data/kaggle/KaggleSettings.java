package org.beatbench.data.kaggle;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/**
 * Where the files are, and which.
 *
 * @param folder the folder that holds both files; empty for {@code kaggle} in the data folder
 * @param files which pair of files
 * @param firstLabel the label of the first class, 0 or 1
 */
public record KaggleSettings(
        @Hyper("folder of mitbih_train.csv and mitbih_test.csv; empty: kaggle in the data folder")
        String folder,

        @Hyper(
                value = "which files: mitbih (five classes, training and test) or ptbdb (ptbdb_normal.csv and"
                        + " ptbdb_abnormal.csv, two classes)",
                added = true)
        PublishedFiles files,

        @Hyper(
                value = "label of the first class: 0 as published, 1 if classes were counted from 1",
                min = 0,
                max = 1,
                added = true)
        int firstLabel) {

    public KaggleSettings {
        Require.path("folder", folder);
        Require.within("first-label", firstLabel, 0, 1);
    }
}
