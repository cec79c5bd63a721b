package org.beatbench.micro.duel;

/**
 * What was measured once.
 *
 * @param network id of the network
 * @param contestant id of the contestant
 * @param measure id of the measure
 * @param unit of the value
 * @param round 1 for the first
 * @param value the number
 */
record Reading(String network, String contestant, String measure, SpeedUnit unit, int round, double value) {}
