package org.beatbench.data.kaggle;

import org.beatbench.api.Hyper;
import org.beatbench.api.Require;

/**
 * Where the files are.
 *
 * @param folder the folder that holds both files; empty for {@code kaggle} in the data folder
 */
public record KaggleSettings(
        @Hyper("folder of mitbih_train.csv and mitbih_test.csv; empty: kaggle in the data folder")
        String folder) {

    public KaggleSettings {
        Require.path("folder", folder);
    }
}
