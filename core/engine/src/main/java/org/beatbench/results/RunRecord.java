package org.beatbench.results;

import java.time.Instant;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Trial;

/**
 * A trial and what came out of it.
 *
 * @param trial what was run
 * @param outcome how it ended
 * @param environment on what
 * @param started when
 * @param looks how often a model of this trial has answered the test beats: once, and once more each time it was done again
 * @param log the end of what its process wrote on its error stream, for whoever wrote the classifier; empty if it wrote nothing, or
 *     ran in the program itself
 */
public record RunRecord(Trial trial, Outcome outcome, Environment environment, Instant started, int looks, String log) {

    /** A trial that wrote no log. */
    public RunRecord(Trial trial, Outcome outcome, Environment environment, Instant started, int looks) {
        this(trial, outcome, environment, started, looks, "");
    }

    /** A trial that was run for the first time. */
    public RunRecord(Trial trial, Outcome outcome, Environment environment, Instant started) {
        this(trial, outcome, environment, started, outcome instanceof Outcome.Completed ? 1 : 0);
    }

    /** This record, with the label that its trial has now. */
    public RunRecord of(Trial labelled) {
        return new RunRecord(labelled, outcome, environment, started, looks, log);
    }

    /** This record, with what its process wrote on its error stream. */
    public RunRecord with(String written) {
        return new RunRecord(trial, outcome, environment, started, looks, written);
    }

    /**
     * Reads all that this record has not read yet of its files, which are compared with their hashes then.
     *
     * @throws UserError if one is not what the trial wrote
     */
    public void readAll() {
        if (outcome instanceof Outcome.Completed completed) {
            completed.readAll();
        }
    }

    /** This record, in place of an earlier one of the same trial. */
    public RunRecord after(RunRecord earlier) {
        return new RunRecord(trial, outcome, environment, started, looks + earlier.looks, log);
    }
}
