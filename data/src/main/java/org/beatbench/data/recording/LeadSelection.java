package org.beatbench.data.recording;

import java.util.List;

/**
 * Says which leads of a recording are wanted, by what its file says of them: only their samples are kept, since a day of twelve
 * leads takes more memory than there is.
 */
@FunctionalInterface
public interface LeadSelection {

    /** All, in their order. */
    LeadSelection ALL = (record, leads) -> leads;

    /**
     * The leads that are wanted.
     *
     * @param record the recording's name, for messages
     * @param leads all that it has, in their order; at least one
     * @return some of them, at least one; the first is the one that beats are cut from
     * @throws org.beatbench.api.UserError if those that are wanted are not among them, or are no ECG
     */
    List<Lead> of(String record, List<Lead> leads);
}
