package org.beatbench.reports.explore;

/**
 * How alike the beats of a data set are.
 *
 * @param copies identical ones
 * @param neighbourhood the neighbours of beats drawn at random
 */
record NearDuplicates(Copies copies, Neighbourhood neighbourhood) {

    /** Beats whose nearest neighbour is searched. */
    private static final int ASKED = 1_000;

    /** Searches all beats; takes seconds for a hundred thousand. */
    static NearDuplicates of(Exploration data) {
        return new NearDuplicates(
                Copies.of(data.beats(), data.grouping()),
                Neighbourhood.of(data.beats(), data.grouping(), SeededSample.of(data.finite(), ASKED, "neighbours")));
    }
}
