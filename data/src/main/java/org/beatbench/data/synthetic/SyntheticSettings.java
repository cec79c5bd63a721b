package org.beatbench.data.synthetic;

import org.beatbench.api.Hyper;

/**
 * How much synthetic ECG to compute.
 *
 * @param subjects virtual subjects, one recording each; with 20 or more each class occurs in at least five of them
 * @param beats beats of each subject
 * @param noise root mean square of the noise in millivolts; some stretches have more
 * @param seed another seed gives other subjects
 */
public record SyntheticSettings(
        @Hyper(value = "virtual subjects, one recording each", min = 4, max = 10_000)
        int subjects,

        @Hyper(value = "beats of each subject", min = 50, max = 10_000)
        int beats,

        @Hyper(value = "root mean square of the noise in mV", min = 0, max = 1)
        double noise,

        @Hyper("seed that the subjects are made from") long seed) {

    public SyntheticSettings {
        if (subjects < 4 || subjects > 10_000) {
            throw new IllegalArgumentException("subjects must be 4 to 10000: " + subjects);
        }
        if (beats < 50 || beats > 10_000) {
            throw new IllegalArgumentException("beats must be 50 to 10000: " + beats);
        }
        if (!(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("noise must be 0 to 1 mV: " + noise);
        }
    }
}
