package org.beatbench.contract.check;

/** What came of a check. */
public enum Verdict {
    PASSED,
    FAILED,
    /** It says nothing of this plug-in, or could not be made. */
    SKIPPED,
    /** It failed, as its author says that it does. */
    KNOWN
}
