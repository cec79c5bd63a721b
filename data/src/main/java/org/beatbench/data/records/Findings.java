package org.beatbench.data.records;

import java.util.List;

/**
 * What is to be said of one record besides its beats.
 *
 * @param sentences what is taken for granted when it is cut
 * @param warnings what somebody must look at
 * @param lead the name of the lead that is cut, or its number
 * @param knowsSubject whether anything tells whose it is
 */
record Findings(List<String> sentences, List<String> warnings, String lead, boolean knowsSubject) {}
