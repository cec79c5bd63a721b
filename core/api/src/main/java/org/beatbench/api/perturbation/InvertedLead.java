package org.beatbench.api.perturbation;

import java.util.Arrays;

/** Two electrodes that were mixed up, which turns the lead upside down. */
public record InvertedLead() implements Perturbation {

    @Override
    public String kind() {
        return "inverted-lead";
    }

    @Override
    public String strength() {
        return "";
    }

    @Override
    public double[] signal(double[] millivolts, double rate, long seed) {
        return Arrays.stream(millivolts).map(value -> -value).toArray();
    }
}
