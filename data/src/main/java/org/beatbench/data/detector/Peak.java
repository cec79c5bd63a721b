package org.beatbench.data.detector;

/** A peak of the envelope, which may be a beat. */
final class Peak {

    private final long sample;
    private final double height;
    private final int lead;
    private boolean accepted;
    private boolean settled;

    /**
     * A peak that nobody judged yet.
     *
     * @param height in units of usual beats
     * @param lead in which the beat is to be marked
     */
    Peak(long sample, double height, int lead) {
        this.sample = sample;
        this.height = height;
        this.lead = lead;
    }

    long sample() {
        return sample;
    }

    double height() {
        return height;
    }

    int lead() {
        return lead;
    }

    boolean isAccepted() {
        return accepted;
    }

    /** Whether it is told and can no longer be judged otherwise. */
    boolean isSettled() {
        return settled;
    }

    void accept(boolean beat) {
        accepted = beat;
    }

    void settle() {
        settled = true;
    }
}
