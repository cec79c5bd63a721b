package org.beatbench.server.protocol;

/**
 * A tensor that a client wants.
 *
 * @param kind which
 * @param binary whether as bytes behind the JSON
 * @param classification in place of probabilities, so many of the most probable classes in words; 0 for the probabilities themselves
 */
record WantedOutput(Output kind, boolean binary, int classification) {}
