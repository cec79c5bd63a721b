package org.beatbench.contract.check;

/** A check says nothing of a plug-in; its message says why. */
public final class NotApplicable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotApplicable(String message) {
        super(message);
    }
}
