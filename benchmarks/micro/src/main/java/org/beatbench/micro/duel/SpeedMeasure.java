package org.beatbench.micro.duel;

/**
 * One number that is measured of every contestant in every round.
 *
 * @param id what it is called in result files
 * @param title what it is called in tables
 * @param answer the name under which a contestant tells it
 * @param unit what it counts
 */
record SpeedMeasure(String id, String title, String answer, SpeedUnit unit) {}
