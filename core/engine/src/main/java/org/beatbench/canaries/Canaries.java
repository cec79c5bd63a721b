package org.beatbench.canaries;

import java.util.List;

/**
 * The baselines of every comparison, called canaries: they know next to nothing of heartbeats, and whoever does not
 * beat them has learned nothing, or was tested where nothing had to be learned.
 */
public final class Canaries {

    /** The id of the one that answers the most frequent class for every beat. */
    public static final String MAJORITY = MajorityCanary.ID;

    /** The id of the one that answers the class of the nearest training beat. */
    public static final String TWIN = TwinCanary.ID;

    /** Their ids, in the order in which they stand in an experiment. */
    public static final List<String> IDS = List.of(MajorityCanary.ID, PriorCanary.ID, LengthCanary.ID, TwinCanary.ID);

    private Canaries() {}

    /** Whether a classifier is one of them. */
    public static boolean include(String classifierId) {
        return IDS.contains(classifierId);
    }
}
