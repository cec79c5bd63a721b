package org.beatbench.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Makes one source of beats known. Implementations are listed in {@code META-INF/services} and found by {@link
 * java.util.ServiceLoader}; they need a public constructor without arguments.
 *
 * @param <S> the settings: a public record whose components are annotated with {@link Hyper}, or are such records
 */
public interface DatasetProvider<S extends Record> {

    /** What this is. */
    DatasetInfo info();

    /** The settings used where an experiment gives none; they also define which settings there are. */
    S defaults();

    /**
     * Loads all beats, in an order that is always the same.
     *
     * @throws UserError if the data are missing or wrong, naming file, place and remedy
     * @throws IOException if they cannot be read
     */
    Beats load(S settings, DatasetContext context) throws IOException;

    /**
     * How the beats are made and what is taken for granted, a sentence each, for people to judge.
     *
     * @throws UserError as {@link #load}
     * @throws IOException as {@link #load}
     */
    default List<String> assumptions(S settings, DatasetContext context) throws IOException {
        return List.of();
    }

    /**
     * All that is known of how the beats came to be. Where there is more than {@link #assumptions}, it is to be overridden.
     *
     * @throws UserError as {@link #load}
     * @throws IOException as {@link #load}
     */
    default Provenance provenance(S settings, DatasetContext context) throws IOException {
        return Provenance.of(assumptions(settings, context));
    }

    /** How many samples a second the beats have; empty if that is not known. */
    default OptionalDouble rate(S settings) {
        return OptionalDouble.empty();
    }

    /**
     * What of the contract it cannot keep: the id of a check, as {@code beatbench plugin check} and the contract's tests name it,
     * to the reason. Such a check may fail; one that passes after all is a failure, so that the list stays true.
     */
    default Map<String, String> knownFailures() {
        return Map.of();
    }
}
