package org.beatbench.app;

/** What the exit code of a command means. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILURE = 1;
    static final int BAD_INPUT = 2;
    static final int TRIALS_FAILED = 3;

    /** The command did its work, and what it was asked to watch for is there: neither a fault of the program nor bad input. */
    static final int CONDITION_HOLDS = 3;

    static final int AUDIT_FAILED = 4;
    static final int DIFFERENT = 5;

    private ExitCode() {}
}
