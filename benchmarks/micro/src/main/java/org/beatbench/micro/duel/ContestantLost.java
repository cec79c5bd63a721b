package org.beatbench.micro.duel;

/** A contestant cannot take part, or not any more. */
final class ContestantLost extends Exception {

    private static final long serialVersionUID = 1;

    ContestantLost(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
