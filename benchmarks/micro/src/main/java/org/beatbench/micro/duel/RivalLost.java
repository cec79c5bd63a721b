package org.beatbench.micro.duel;

/** A contestant cannot take part, or not any more. */
final class RivalLost extends Exception {

    private static final long serialVersionUID = 1;

    RivalLost(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
