package org.beatbench.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The variance components of scores on subjects: how much is due to the person who was tested, and how much to the
 * seed.
 *
 * <p>The one-way random-effects model y = mean + subject + rest, the rest being what changes from seed to seed, with its
 * components estimated from the analysis of variance (S. R. Searle, G. Casella and C. E. McCulloch, "Variance Components"
 * (1992)): within = MSW, subjects = (MSB - MSW) / n0 or 0 if that is negative, where MSB and MSW are the mean
 * squares between and within subjects, and n0 is the number of scores per subject, or (N - Σ n² / N) / (subjects - 1) if
 * subjects have different numbers.
 *
 * @param subjects the variance between subjects
 * @param seeds the variance between the seeds of a subject
 */
public record SeedVariance(double subjects, double seeds) {

    /**
     * The components of some scores.
     *
     * @param scores of each subject, one per seed that tested it
     * @return empty if there are fewer than two subjects, or no subject was tested with two seeds
     */
    public static Optional<SeedVariance> of(double[]... scores) {
        double[][] tested =
                Arrays.stream(scores).filter(ofSubject -> ofSubject.length > 0).toArray(double[][]::new);
        double all =
                Arrays.stream(tested).mapToInt(ofSubject -> ofSubject.length).sum();
        double groups = tested.length;
        if (groups < 2 || all == groups) {
            return Optional.empty();
        }
        double mean = Arrays.stream(tested).flatMapToDouble(Arrays::stream).sum() / all;
        double between = 0;
        double within = 0;
        double squares = 0;
        for (double[] ofSubject : tested) {
            double own = Arrays.stream(ofSubject).average().orElseThrow();
            between += ofSubject.length * (own - mean) * (own - mean);
            within += Arrays.stream(ofSubject)
                    .map(score -> (score - own) * (score - own))
                    .sum();
            squares += ofSubject.length * (double) ofSubject.length;
        }
        double seeds = within / (all - groups);
        double perSubject = (all - squares / all) / (groups - 1);
        return Optional.of(new SeedVariance(Math.max(0, (between / (groups - 1) - seeds) / perSubject), seeds));
    }

    /** The part of the variance that is due to the seed, 0..1; empty if nothing varies. */
    public OptionalDouble share() {
        return subjects + seeds > 0 ? OptionalDouble.of(seeds / (subjects + seeds)) : OptionalDouble.empty();
    }
}
