package org.beatbench.results;

import java.io.IOException;
import java.util.Optional;
import org.beatbench.experiment.Trial;

/** Keeps what came out of trials. */
public interface ResultStore {

    boolean contains(Trial trial);

    /** What is stored for a trial, with the label this trial has now. */
    Optional<RunRecord> find(Trial trial) throws IOException;

    /**
     * Stores a record, whole or not at all; replaces an earlier one of the same trial. A record that was read from files is handed
     * over: they are moved, after a look at their hashes.
     *
     * @return the record as it is stored
     */
    RunRecord put(RunRecord run) throws IOException;
}
