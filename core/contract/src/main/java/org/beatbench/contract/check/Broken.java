package org.beatbench.contract.check;

/** A promise that was not kept; its message says how. */
public final class Broken extends AssertionError {

    private static final long serialVersionUID = 1;

    public Broken(String message) {
        super(message);
    }

    Broken(String message, Throwable cause) {
        super(message, cause);
    }
}
