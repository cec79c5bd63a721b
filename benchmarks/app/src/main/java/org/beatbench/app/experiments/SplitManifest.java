package org.beatbench.app.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.beatbench.api.Form;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.results.JsonFile;

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

    /** The name of the file. */
    static final String NAME = "manifest.json";

    /**
     * The manifest in the folder of a file, if there is one.
     *
     * @throws org.beatbench.api.UserError if it cannot be read
     */
    static Optional<SplitManifest> beside(Path file) throws IOException {
        Path manifest = file.resolveSibling(NAME);
        return Files.isRegularFile(manifest)
                ? Optional.of(JsonFile.read(manifest, SplitManifest.class, FORMAT, "export the split again"))
                : Optional.empty();
    }

    /**
     * A file.
     *
     * @param rows beats in it, those that stand in it twice counted twice
     * @param sha256 of its bytes
     */
    record Part(int rows, String sha256) {}
}
