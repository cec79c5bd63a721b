package org.beatbench.api;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes one kind of classifier known. Implementations are listed in {@code META-INF/services} and found by
 * {@link java.util.ServiceLoader}; they need a public constructor without arguments.
 *
 * @param <S> the settings: a public record whose components are annotated with {@link Hyper}, or are such records
 */
public interface ClassifierProvider<S extends Record> {

    /** Who this is. */
    ClassifierInfo info();

    /** The settings used where an experiment gives none; they also define which settings there are. */
    S defaults();

    /** A classifier with these settings. */
    Classifier create(S settings);

    /**
     * Reads a model written by {@link TrainedModel#save}.
     *
     * @throws IOException if the folder cannot be read or does not hold such a model
     */
    TrainedModel load(Path folder, LoadContext context) throws IOException;
}
