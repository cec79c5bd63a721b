package org.beatbench.verification;

/**
 * One thing that is not what it should be.
 *
 * @param place where it stands: a file, and the place in it
 * @param found what stands there
 * @param expected what follows from what it was made from
 */
public record Difference(String place, String found, String expected) {}
