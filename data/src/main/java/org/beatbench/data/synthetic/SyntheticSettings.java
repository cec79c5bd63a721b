package org.beatbench.data.synthetic;

import org.beatbench.api.Hyper;
import org.beatbench.data.context.Reference;
import org.beatbench.data.context.Surroundings;

/**
 * How much synthetic ECG to compute.
 *
 * @param subjects virtual subjects, one recording each; with 20 or more each class occurs in at least five of them
 * @param beats beats of each subject
 * @param noise root mean square of the noise in millivolts; some stretches have more
 * @param seed another seed gives other subjects
 * @param couplets share of the subjects, 0 to 1, who have two premature beats after every other one, atrial and ventricular
 *     in turn: most of their beats come early
 * @param form what a beat is made of
 * @param reference what is usual for a recording
 */
public record SyntheticSettings(
        @Hyper(value = "virtual subjects, one recording each", min = 4, max = 10_000)
        int subjects,

        @Hyper(value = "beats of each subject", min = 50, max = 10_000)
        int beats,

        @Hyper(value = "root mean square of the noise in mV", min = 0, max = 1)
        double noise,

        @Hyper("seed that the subjects are made from") long seed,

        @Hyper(
                value = "share of the subjects who have two premature beats after every other one",
                min = 0,
                max = 1,
                added = true)
        double couplets,

        @Hyper(value = "what a beat is made of", added = true)
        Surroundings form,

        @Hyper(value = "what is usual for a recording, where the form compares beats with that", added = true)
        Reference reference) {

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
        if (!(couplets >= 0 && couplets <= 1)) {
            throw new IllegalArgumentException("couplets must be a share, 0 to 1: " + couplets);
        }
    }

    /** Published rows of subjects who have premature beats now and then. */
    static SyntheticSettings of(int subjects, int beats, double noise, long seed) {
        return new SyntheticSettings(subjects, beats, noise, seed, 0, Surroundings.KAGGLE, Reference.LATE);
    }
}
