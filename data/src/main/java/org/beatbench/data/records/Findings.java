package org.beatbench.data.records;

import java.util.List;
import org.beatbench.data.recording.Lead;

/**
 * What is to be said of one record besides its beats.
 *
 * @param sentences what is taken for granted when it is cut
 * @param warnings what somebody must look at
 * @param leads those that are looked at; the first is the one that is cut
 * @param knowsSubject whether anything tells whose it is
 */
record Findings(List<String> sentences, List<String> warnings, List<Lead> leads, boolean knowsSubject) {

    /** The name of the lead that is cut, or its number. */
    String lead() {
        Lead cut = leads.get(0);
        return cut.name().isEmpty() ? "signal " + cut.number() : cut.name();
    }
}
