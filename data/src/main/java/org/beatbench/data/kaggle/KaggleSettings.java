package org.beatbench.data.kaggle;

import org.beatbench.api.Hyper;

/**
 * Where the files are.
 *
 * @param folder the folder that holds both files; empty for {@code kaggle} in the data folder
 */
public record KaggleSettings(
        @Hyper("folder of mitbih_train.csv and mitbih_test.csv; empty: kaggle in the data folder")
        String folder) {}
