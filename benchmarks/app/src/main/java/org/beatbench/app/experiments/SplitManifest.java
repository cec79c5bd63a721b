package org.beatbench.app.experiments;

import java.util.List;
import java.util.Map;
import org.beatbench.api.Form;
import org.beatbench.experiment.DatasetUse;

/**
 * What the files of one split are, for whoever learns from them elsewhere.
 *
 * @param format raised when a reader would have to know
 * @param experiment id of the experiment
 * @param dataset which beats, with their fingerprint
 * @param protocol id and version of the way to split
 * @param split name of the split within the protocol
 * @param seed of the split
 * @param classes class names in label order
 * @param unscored names of the classes whose beats are answered and not scored
 * @param form what the columns of samples are
 * @param files by name
 */
record SplitManifest(
        int format,
        String experiment,
        DatasetUse dataset,
        String protocol,
        String split,
        long seed,
        List<String> classes,
        List<String> unscored,
        Form form,
        Map<String, Part> files) {

    /** The one there is. */
    static final int FORMAT = 1;

    /**
     * A file.
     *
     * @param rows beats in it, those that stand in it twice counted twice
     * @param sha256 of its bytes
     */
    record Part(int rows, String sha256) {}
}
