package org.beatbench.api.perturbation;

import java.util.Arrays;

/**
 * An amplifier set too high or too low, before the signal is turned into numbers: what is too high for the converter is cut off,
 * what is low keeps fewer steps.
 *
 * @param factor by which the voltage is multiplied, above 0 and not 1
 */
public record ChangedGain(double factor) implements Perturbation {

    public ChangedGain {
        if (!(factor > 0) || factor == 1 || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor must be above 0 and not 1: " + factor);
        }
    }

    @Override
    public String kind() {
        return factor < 1 ? "low-gain" : "high-gain";
    }

    @Override
    public String strength() {
        return factor == Math.rint(factor) ? "x" + (long) factor : "x" + factor;
    }

    @Override
    public double[] signal(double[] millivolts, double rate, long seed) {
        return Arrays.stream(millivolts).map(value -> value * factor).toArray();
    }
}
