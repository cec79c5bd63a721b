package org.beatbench.experiment;

/**
 * One competitor.
 *
 * @param label its name in tables, unique in the experiment
 * @param classifier what learns
 * @param resampling id of what is done to the training beats first
 */
public record Entry(String label, Choice classifier, String resampling) {}
