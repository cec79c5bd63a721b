package org.beatbench.contract.check;

/** How bad it is when a check fails. */
public enum Severity {
    /** What the plug-in gives cannot be relied on, or harms others. */
    ERROR,
    /** It can be used, but its author should look at it. */
    WARNING
}
