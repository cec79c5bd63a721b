package org.beatbench.comparison.verdict;

import org.beatbench.comparison.Estimate;

/** A competitor with the figure that it is ranked by. */
public record Ranked(String competitor, Estimate value) {}
