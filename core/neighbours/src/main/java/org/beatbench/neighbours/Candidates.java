package org.beatbench.neighbours;

/** Takes the rows that a search comes upon, in the order in which they are searched, and keeps those it wants. */
public interface Candidates {

    /**
     * Takes or leaves a row.
     *
     * @param row its number
     * @param measured how far it is, for {@link RowDistance#of}
     */
    void offer(int row, double measured);

    /** The distance beyond which no row is wanted any more. Never rises; rows further away may be offered all the same. */
    double limit();
}
