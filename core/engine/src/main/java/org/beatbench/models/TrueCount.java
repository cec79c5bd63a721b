package org.beatbench.models;

/**
 * How many beats of a class there may really be where a model calls some so.
 *
 * @param low fewest
 * @param high most
 */
public record TrueCount(double low, double high) {}
