package org.beatbench.data.beats;

/**
 * Changes the sampling rate of a signal with a windowed-sinc filter, so that nothing above half of either rate is folded
 * back (Smith, J. O., Digital Audio Resampling, CCRMA; Kaiser window after Oppenheim and Schafer, section 7.5).
 *
 * <p>The transition band is the upper tenth of the common band; what lies above is damped by at least 80 dB. At its ends
 * the signal is thought to go on with its first and last value. A missing sample (NaN) makes those around it NaN.
 */
public final class Resampler {

    /** Zero crossings of the sinc on either side: with beta, sets the width of the transition band. */
    private static final int ZERO_CROSSINGS = 50;

    private static final double KAISER_BETA = 8;
    private static final double PASS_BAND = 0.95;

    /** Above this number of phases their weights are computed anew for each sample instead of kept. */
    private static final int KEPT_PHASES = 1024;

    private final double from;
    private final double to;
    private final double cutoff;
    private final int reach;

    /**
     * @param from samples a second before
     * @param to samples a second after
     */
    public Resampler(double from, double to) {
        this.from = from;
        this.to = to;
        this.cutoff = PASS_BAND * Math.min(1, to / from);
        this.reach = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
    }

    /** The signal at the other rate, beginning with the same sample; as long as the original lasts. */
    public double[] apply(double[] signal) {
        double step = from / to;
        double[] resampled = new double[signal.length == 0 ? 0 : (int) Math.floor((signal.length - 1) / step) + 1];
        int phases = phases();
        double[][] kept = new double[Math.min(phases, KEPT_PHASES + 1)][];
        for (int i = 0; i < resampled.length; i++) {
            double place = i * step;
            int centre = (int) Math.floor(place);
            double[] weights;
            if (phases > KEPT_PHASES) {
                weights = weights(place - centre);
            } else {
                // Whole numbers of steps keep the phase exact however long the signal is.
                long ticks = (long) i * Math.round(phases * step);
                centre = (int) (ticks / phases);
                int phase = (int) (ticks % phases);
                if (kept[phase] == null) {
                    kept[phase] = weights((double) phase / phases);
                }
                weights = kept[phase];
            }
            resampled[i] = weighted(signal, centre - reach + 1, weights);
        }
        return resampled;
    }

    /** The smallest number of output samples that take a whole number of input samples, or one too many to keep. */
    private int phases() {
        for (int phases = 1; phases <= KEPT_PHASES; phases++) {
            double ticks = phases * from / to;
            if (Math.abs(ticks - Math.rint(ticks)) < 1e-9 * ticks) {
                return phases;
            }
        }
        return KEPT_PHASES + 1;
    }

    /** Weights of the samples around a place that lies {@code fraction} behind the centre one; they add up to 1. */
    private double[] weights(double fraction) {
        double[] weights = new double[2 * reach];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double distance = k - reach + 1 - fraction;
            weights[k] = sinc(cutoff * distance) * kaiser(distance / reach);
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    private static double weighted(double[] signal, int first, double[] weights) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            int sample = Math.min(Math.max(first + k, 0), signal.length - 1);
            sum += weights[k] * signal[sample];
        }
        return sum;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    /** The modified Bessel function of the first kind and order 0, by its power series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-16 * sum; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
