package org.beatbench.comparison.verdict;

import org.beatbench.protocol.Protocol;

/** What a classifier had seen of the people that it was tested on, from most to nothing. */
public enum Exposure {
    /** Copies of their very test beats. */
    COPIES,
    /** Other beats of theirs: nothing kept people apart. */
    SAME_PEOPLE,
    /** Nothing. */
    NEW_PEOPLE;

    /** That of a protocol. */
    public static Exposure of(Protocol protocol) {
        return protocol.leaks() ? COPIES : protocol.bySubject() ? NEW_PEOPLE : SAME_PEOPLE;
    }
}
