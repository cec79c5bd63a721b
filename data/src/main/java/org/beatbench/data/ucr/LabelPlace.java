package org.beatbench.data.ucr;

/** Where the label stands in a line of a table. */
public enum LabelPlace {
    /** Before the values, as the archive has it. */
    FIRST,
    /** Behind the values, as tables of one's own often have it. */
    LAST
}
