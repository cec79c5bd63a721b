package org.beatbench.neighbours;

/**
 * A row that was found.
 *
 * @param row its number
 * @param distance Euclidean distance from the row asked about
 */
public record Neighbour(int row, double distance) {}
