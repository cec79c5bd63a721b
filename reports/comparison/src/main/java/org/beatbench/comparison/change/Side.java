package org.beatbench.comparison.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of two results that are compared. */
public sealed interface Side permits StoredSide, PublishedSide {

    /** What the user calls it. */
    String name();

    /** Fingerprints of its data; none if they are not known. */
    List<String> data();

    /** Whether there are answers, and not only numbers. */
    boolean hasAnswers();

    /** The classes of its beats. */
    List<String> classes();

    /** Label and classifier id of all competitors, in their order. */
    Map<String, String> competitors();

    /** Protocols that somebody has completed, from the loosest to the strictest. */
    List<String> protocols();

    /** What a competitor reached under a protocol; empty if it has completed it with no seed. */
    Optional<Result> result(String competitor, String protocol);

    /**
     * The same with some of its seeds only.
     *
     * @return empty if numbers of these seeds alone are not at hand
     */
    Optional<Result> result(String competitor, String protocol, List<Long> seeds);
}
