package org.beatbench.canaries;

/** Nothing: a canary has nothing to set, so that it is the same in every experiment. */
public record CanarySettings() {}
