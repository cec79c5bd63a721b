package org.beatbench.api.perturbation;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.beatbench.api.UserError;

/**
 * Kinds of noise that are added to an ECG. They are those of Friesen et al., A comparison of the noise sensitivity of nine QRS
 * detection algorithms, IEEE Trans Biomed Eng 37(1):85-98 (1990), doi:10.1109/10.43620: a drifting baseline, interference of the
 * mains, and muscles.
 */
public enum Noise {
    /** What breathing and moving electrodes do: slow waves, of 0.05 to 0.5 Hz, the band that monitors filter out. */
    BASELINE_WANDER {
        @Override
        double[] samples(int size, double rate, SplittableRandom random) {
            double[] sum = new double[size];
            for (int wave = 0; wave < WAVES; wave++) {
                double frequency = SLOWEST + (FASTEST - SLOWEST) * fraction(random);
                addWave(sum, frequency / rate, fraction(random));
            }
            return sum;
        }
    },

    /** What the mains do: a wave of 50 Hz. */
    MAINS_HUM {
        @Override
        double[] samples(int size, double rate, SplittableRandom random) {
            if (rate <= 2 * MAINS) {
                throw new UserError(
                        "a recording of " + rate + " samples a second cannot carry a hum of " + MAINS + " Hz",
                        "take recordings of more than " + 2 * MAINS
                                + " samples a second, or leave robustness out of the experiment");
            }
            double[] hum = new double[size];
            addWave(hum, MAINS / rate, fraction(random));
            return hum;
        }
    },

    /** What muscles do: normal white noise. */
    MUSCLE_NOISE {
        @Override
        double[] samples(int size, double rate, SplittableRandom random) {
            double[] noise = new double[size];
            Arrays.setAll(noise, any -> normal(random));
            return noise;
        }
    };

    private static final int WAVES = 5;
    private static final double SLOWEST = 0.05;
    private static final double FASTEST = 0.5;
    private static final int MAINS = 50;

    /** Its name in experiments, files and tables. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Noise of any power but 0, if there are two samples. */
    abstract double[] samples(int size, double rate, SplittableRandom random);

    /** Adds a wave of amplitude 1, turned on from sample to sample; the rounding of millions of steps stays below 1e-8. */
    private static void addWave(double[] sum, double turnsPerSample, double startTurns) {
        double step = 2 * Math.PI * turnsPerSample;
        double cosine = StrictMath.cos(step);
        double sine = StrictMath.sin(step);
        double x = StrictMath.cos(2 * Math.PI * startTurns);
        double y = StrictMath.sin(2 * Math.PI * startTurns);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += y;
            double turned = x * cosine - y * sine;
            y = x * sine + y * cosine;
            x = turned;
        }
    }

    /** From 0, inclusive, to 1, exclusive; of the generator only what is specified is used. */
    static double fraction(SplittableRandom random) {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A sum of eight uniform numbers, which is normal but for its outermost tails, and exact on every machine. */
    private static double normal(SplittableRandom random) {
        long first = random.nextLong();
        long second = random.nextLong();
        long sum = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Short.SIZE) {
            sum += (first >>> shift & 0xffff) + (second >>> shift & 0xffff);
        }
        return sum - 4 * 65_535.0;
    }
}
