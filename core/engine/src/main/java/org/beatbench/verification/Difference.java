package org.beatbench.verification;

/**
 * One stored value that is not what was computed again.
 *
 * @param place where it stands: a file, and the place in it
 * @param found what stands there
 * @param expected what follows from what it was made from
 */
public record Difference(String place, String found, String expected) {}
