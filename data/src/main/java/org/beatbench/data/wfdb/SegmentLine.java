package org.beatbench.data.wfdb;

/**
 * What the header of a record of segments says of one of them.
 *
 * @param name the segment's, which is a record by itself; {@code ~} for a gap
 * @param frames its length; 0 for the layout, which describes all signals that any of the segments has
 */
record SegmentLine(String name, int frames) {

    private static final String GAP = "~";

    /** Whether nothing was recorded for so long. */
    boolean isGap() {
        return name.equals(GAP);
    }
}
