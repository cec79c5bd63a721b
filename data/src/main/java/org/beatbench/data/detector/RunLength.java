package org.beatbench.data.detector;

/** How many ectopic beats follow each other, by the classes that EC57 reports. */
public enum RunLength {
    COUPLET("couplets", 2, 2),
    SHORT("runs of 3-5", 3, 5),
    /** Ventricular fibrillation and flutter are among these. */
    LONG("runs of 6 or more", 6, Integer.MAX_VALUE);

    private final String title;
    private final int least;
    private final int most;

    RunLength(String title, int least, int most) {
        this.title = title;
        this.least = least;
        this.most = most;
    }

    /** For people. */
    public String title() {
        return title;
    }

    boolean is(int beats) {
        return beats >= least && beats <= most;
    }

    boolean isReached(int beats) {
        return beats >= least;
    }
}
