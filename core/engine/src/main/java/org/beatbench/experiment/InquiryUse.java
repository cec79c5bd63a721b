package org.beatbench.experiment;

import java.util.List;
import org.beatbench.protocol.Protocols;

/**
 * How an experiment uses an inquiry.
 *
 * @param beats about how many test beats; 0 for not at all
 * @param protocols ids of those under which they are asked; empty for all of the experiment
 */
public record InquiryUse(int beats, List<String> protocols) {

    /** Nothing is asked. */
    public static final InquiryUse NONE = new InquiryUse(0, List.of());

    public InquiryUse {
        protocols = protocols.stream().map(Protocols::current).toList();
    }

    /** About how many test beats models are asked under a protocol. */
    public int beatsUnder(String protocol) {
        return protocols.isEmpty() || protocols.contains(protocol) ? beats : 0;
    }

    /** Whether anything is asked. */
    public boolean asks() {
        return beats > 0;
    }
}
