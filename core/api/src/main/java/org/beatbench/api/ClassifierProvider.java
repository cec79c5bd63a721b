package org.beatbench.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

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

    /**
     * What of the contract it cannot keep: the id of a check, as {@code beatbench plugin check} and the contract's tests name it,
     * to the reason. Such a check may fail; one that passes after all is a failure, so that the list stays true.
     */
    default Map<String, String> knownFailures() {
        return Map.of();
    }
}
