package org.beatbench.data.synthetic;

/** How a beat comes about. */
enum BeatKind {
    /** From the sinus node, the usual way. */
    SINUS,
    /** Too early, from elsewhere in the atria, then the usual way. */
    ATRIAL,
    /** Too early, from the ventricles. */
    VENTRICULAR,
    /** From the sinus node and the ventricles at once. */
    FUSION,
    /** From a pacemaker in the ventricle, because nothing else came in time. */
    PACED
}
