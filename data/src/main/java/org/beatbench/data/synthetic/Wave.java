package org.beatbench.data.synthetic;

/**
 * One deflection of a heartbeat (P, Q, R, S, T, or part of one), of Gaussian shape.
 *
 * @param amplitude height in millivolts, below 0 if it points down
 * @param delay seconds from the R peak to its centre, below 0 if it comes before
 * @param width standard deviation in seconds
 * @param recovery whether it belongs to the recovery of the heart (ST, T), which takes longer after a long interval
 */
record Wave(double amplitude, double delay, double width, boolean recovery) {

    /** A deflection that keeps its distance to the R peak at any heart rate. */
    static Wave of(double amplitude, double delay, double width) {
        return new Wave(amplitude, delay, width, false);
    }

    /** A deflection of the recovery, described for a beat that came one second after the one before. */
    static Wave ofRecovery(double amplitude, double delay, double width) {
        return new Wave(amplitude, delay, width, true);
    }

    Wave times(double factor) {
        return new Wave(amplitude * factor, delay, width, recovery);
    }

    Wave wider(double factor) {
        return new Wave(amplitude, delay, width * factor, recovery);
    }

    /** As it looks in a beat that came so many seconds after the one before (Bazett 1920: with the square root). */
    Wave after(double interval) {
        if (!recovery) {
            return this;
        }
        double factor = Math.sqrt(Math.max(0.4, Math.min(1.4, interval)));
        return new Wave(amplitude, delay * factor, width * factor, true);
    }

    /** No two beats are quite alike. */
    Wave varied(SeededRandom random) {
        double shift = (recovery ? 0.004 : 0.001) * random.gaussian();
        return new Wave(
                amplitude * (1 + 0.04 * random.gaussian()),
                delay + shift,
                width * (1 + 0.02 * random.gaussian()),
                recovery);
    }
}
