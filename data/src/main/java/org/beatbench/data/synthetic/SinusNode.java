package org.beatbench.data.synthetic;

/**
 * The intervals between sinus beats, which follow blood pressure (Mayer waves, about 0.1 Hz) and breathing (about 0.25 Hz):
 * a random process whose power spectrum has two Gaussian peaks (McSharry et al. 2003, equations 2 to 4, with their widths
 * and their ratio of low to high frequency of 0.5).
 */
final class SinusNode {

    private static final double LOW = 0.1;
    private static final double WIDTH = 0.01;
    private static final double LOW_TO_HIGH = 0.5;
    private static final int LINES = 25;
    private static final double REACH = 3;

    private final double mean;
    private final double[] amplitudes = new double[2 * LINES];
    private final double[] frequencies = new double[2 * LINES];
    private final double[] phases = new double[2 * LINES];

    /**
     * @param mean mean interval in seconds
     * @param deviation standard deviation of the intervals in seconds
     * @param breathing breaths a second
     */
    SinusNode(double mean, double deviation, double breathing, SeededRandom random) {
        this.mean = mean;
        double power = deviation * deviation;
        addPeak(0, LOW, power * LOW_TO_HIGH / (1 + LOW_TO_HIGH), random);
        addPeak(LINES, breathing, power / (1 + LOW_TO_HIGH), random);
    }

    /** A peak of the spectrum as lines of random phase, whose powers add up to that of the peak. */
    private void addPeak(int first, double centre, double power, SeededRandom random) {
        double sum = 0;
        for (int i = 0; i < LINES; i++) {
            double place = REACH * (2.0 * i / (LINES - 1) - 1);
            frequencies[first + i] = centre + place * WIDTH;
            amplitudes[first + i] = StrictMath.exp(-place * place / 2);
            phases[first + i] = random.uniform(0, 2 * Math.PI);
            sum += amplitudes[first + i];
        }
        for (int i = first; i < first + LINES; i++) {
            // A cosine of amplitude a has the power a²/2.
            amplitudes[i] = Math.sqrt(2 * power * amplitudes[i] / sum);
        }
    }

    /** The interval to the next beat, in seconds, from a beat at this time. */
    double interval(double time) {
        double interval = mean;
        for (int i = 0; i < amplitudes.length; i++) {
            interval += amplitudes[i] * StrictMath.cos(2 * Math.PI * frequencies[i] * time + phases[i]);
        }
        return Math.max(0.4, interval);
    }
}
