package org.beatbench.results;

import java.time.Instant;
import org.beatbench.experiment.Trial;

/**
 * A trial and what came out of it.
 *
 * @param trial what was run
 * @param outcome how it ended
 * @param environment on what
 * @param started when
 */
public record RunRecord(Trial trial, Outcome outcome, Environment environment, Instant started) {}
