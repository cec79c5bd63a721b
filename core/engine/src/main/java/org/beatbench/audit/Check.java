package org.beatbench.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one check of a split came to.
 *
 * @param id short name, the same in every audit
 * @param title name for tables
 * @param verdict what it came to
 * @param headline what was found, in a few words; empty if nothing was
 * @param evidence what was looked at, what was found and what follows, in sentences
 * @param figures the numbers in the evidence, by name, for a program to read
 */
public record Check(
        String id, String title, AuditVerdict verdict, String headline, String evidence, Map<String, Double> figures) {

    public Check {
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }
}
