package org.beatbench.results;

/**
 * What a trial ran on.
 *
 * @param beatbench version of this program
 * @param commit commit of its sources, with a note if files were changed; empty if unknown
 * @param java runtime version and vendor
 * @param system operating system and architecture
 * @param processor model of the processor
 * @param processors how many of them the process may use
 * @param memoryBytes main memory of the machine
 * @param isolation {@link #OWN_PROCESS} or {@link #SHARED_PROCESS}
 */
public record Environment(
        String beatbench,
        String commit,
        String java,
        String system,
        String processor,
        int processors,
        long memoryBytes,
        String isolation) {

    /** The trial had a process to itself. */
    public static final String OWN_PROCESS = "process of its own";

    /** The trial shared its process with others; its costs mean nothing. */
    public static final String SHARED_PROCESS = "inside the program";

    /** Whether costs measured here can be compared. */
    public boolean isTimed() {
        return isolation.equals(OWN_PROCESS);
    }
}
