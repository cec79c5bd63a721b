package org.beatbench.api.perturbation;

import java.util.SplittableRandom;

/**
 * Noise added to a whole recording, as strong as a signal-to-noise ratio says: ten times the decadic logarithm of the power of
 * the recording over the power of the noise, each about its own mean over the whole recording.
 *
 * <p>That noise is scaled to a ratio is the method of Moody, Muldrow and Mark, A noise stress test for arrhythmia detectors,
 * Computers in Cardiology 11:381-384 (1984). Their program {@code nst} takes for the signal's power an eighth of the squared
 * height of its QRS complexes, while most of an ECG is flat: on the records of the MIT-BIH Arrhythmia Database the same noise has 0.5
 * to 11 decibels more there, in the median 5.7, so that the same number of decibels is less noise here.
 *
 * @param noise what is added
 * @param decibels the signal-to-noise ratio
 */
public record AddedNoise(Noise noise, int decibels) implements Perturbation {

    @Override
    public String kind() {
        return noise.id();
    }

    @Override
    public String strength() {
        return decibels + "dB";
    }

    @Override
    public double[] signal(double[] millivolts, double rate, long seed) {
        // The same noise at every strength, and not that of another kind.
        double[] added = noise.samples(millivolts.length, rate, new SplittableRandom(Perturbation.seed(seed, kind())));
        for (int i = 0; i < added.length; i++) {
            added[i] = Double.isNaN(millivolts[i]) ? Double.NaN : added[i];
        }
        Power power = Power.of(added);
        double wanted = Power.of(millivolts).value() / StrictMath.pow(10, decibels / 10.0);
        double factor = wanted > 0 ? Math.sqrt(wanted / power.value()) : 0;
        for (int i = 0; i < added.length; i++) {
            added[i] = millivolts[i] + factor * (added[i] - power.mean());
        }
        return added;
    }
}
