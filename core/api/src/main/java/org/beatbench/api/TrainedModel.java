package org.beatbench.api;

import java.io.IOException;
import java.nio.file.Path;

/** A fitted model. Immutable and safe for use by several threads; owns what it needs until it is closed. */
public interface TrainedModel extends AutoCloseable {

    /**
     * Answers for beats, which may come without labels. The answer for a beat does not depend on the other beats.
     *
     * @param beats any number, of the length that was trained on
     */
    Predictions predict(Beats beats);

    /**
     * Writes all that {@link ClassifierProvider#load} needs into a folder.
     *
     * @param folder an existing, empty folder
     */
    void save(Path folder) throws IOException;

    /** Gives back what the model owns; does nothing the second time. */
    @Override
    default void close() {}
}
