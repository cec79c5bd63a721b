package org.beatbench.micro.duel;

/**
 * A contestant as it introduced itself.
 *
 * @param network id of the network
 * @param contestant its id
 * @param library the library it uses, with version
 */
record Participant(String network, String contestant, String library) {}
