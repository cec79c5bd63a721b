package org.beatbench.app.shell;

/** What the exit code of a command means. */
public final class ExitCode {

    public static final int OK = 0;
    public static final int FAILURE = 1;
    public static final int BAD_INPUT = 2;
    public static final int TRIALS_FAILED = 3;

    /** The command did its work, and what it was asked to watch for is there: neither a fault of the program nor bad input. */
    public static final int CONDITION_HOLDS = 3;

    public static final int AUDIT_FAILED = 4;
    public static final int DIFFERENT = 5;

    /** Stopped by Ctrl-C: 128 and the number of its signal, as is the custom. */
    public static final int STOPPED = 130;

    private ExitCode() {}
}
