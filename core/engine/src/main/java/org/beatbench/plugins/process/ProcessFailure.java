package org.beatbench.plugins.process;

/** A program that is a classifier reported an error, broke the protocol, or ended. */
public final class ProcessFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProcessFailure(String message) {
        super(message);
    }
}
