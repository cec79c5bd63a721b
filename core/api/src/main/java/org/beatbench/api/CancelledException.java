package org.beatbench.api;

/** A computation stopped because it was told to. */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CancelledException() {
        super("cancelled");
    }
}
