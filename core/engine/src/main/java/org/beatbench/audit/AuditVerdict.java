package org.beatbench.audit;

import java.util.Collection;
import java.util.Comparator;

/** What an audit came to, from the best to the worst. */
public enum AuditVerdict {
    /** Nothing was found. */
    PASS,
    /** Something was found, or could not be told, that must be known when a figure is read. */
    WARN,
    /** Figures measured on this split mean something else than they seem to. */
    FAIL;

    /** The worst of some, PASS if there are none. */
    public static AuditVerdict worst(Collection<AuditVerdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(PASS);
    }
}
