package org.beatbench.results;

/**
 * What a trial ran on.
 *
 * @param beatbench version of this program
 * @param java runtime version and vendor
 * @param system operating system and architecture
 * @param processor model of the processor
 * @param processors how many of them the process may use
 * @param memoryBytes main memory of the machine
 * @param isolation "process of its own" or "inside the program"
 */
public record Environment(
        String beatbench,
        String java,
        String system,
        String processor,
        int processors,
        long memoryBytes,
        String isolation) {}
