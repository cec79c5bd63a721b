package org.beatbench.micro.duel;

/**
 * A contestant of which there are no readings.
 *
 * @param network id of the network
 * @param contestant its id
 * @param reason why, for people to read
 */
record Absence(String network, String contestant, String reason) {}
