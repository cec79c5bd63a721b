package org.beatbench.metrics;

import java.util.Arrays;
import org.beatbench.answers.Answers;

/**
 * What the Brier score is made of: it is exactly {@code reliability - resolution + uncertainty + within}. For each class
 * against the rest the beats are put into at most {@value Reliability#BINS} bins of about equally many by the probability of
 * the class, and the parts are added over the classes.
 *
 * <p>The first three are those of A. H. Murphy, "A new vector partition of the probability score", J. Appl. Meteorol. 12
 * (1973), with the mean probability of a bin for its forecast. That is exact only where all probabilities in a bin are equal;
 * what their spread adds is the fourth, after D. B. Stephenson, C. A. S. Coelho and I. T. Jolliffe, "Two extra components in
 * the Brier score decomposition", Weather Forecast. 23 (2008).
 *
 * @param reliability how far the probability of a bin is from the share of the class in it, squared; 0 is best
 * @param resolution how far the shares in the bins are from the share over all, squared; the more the better
 * @param uncertainty the score of always giving the shares over all: a property of the test part, not of the model
 * @param within variance of the probabilities in the bins, less twice their covariance with the truth; below 0 where the
 *     order within bins tells something too
 */
public record BrierDecomposition(double reliability, double resolution, double uncertainty, double within) {

    private static final BrierDecomposition NOTHING = new BrierDecomposition(0, 0, 0, 0);

    /**
     * The parts of the score of some answers.
     *
     * @param answers at least one
     */
    public static BrierDecomposition of(Answers answers) {
        BrierDecomposition parts = NOTHING;
        for (int label = 0; label < answers.classes().size(); label++) {
            parts = parts.plus(of(answers, label));
        }
        return parts;
    }

    /** The Brier score itself. */
    public double score() {
        return reliability - resolution + uncertainty + within;
    }

    private static BrierDecomposition of(Answers answers, int label) {
        int beats = answers.size();
        float[] given = new float[beats];
        double[] truth = new double[beats];
        for (int answer = 0; answer < beats; answer++) {
            given[answer] = answers.probability(answer, label);
            truth[answer] = answers.truth(answer) == label ? 1 : 0;
        }
        int[] bin = EqualMass.bins(given, Reliability.BINS);
        double[] size = new double[Reliability.BINS];
        double[] meanGiven = new double[Reliability.BINS];
        double[] meanTruth = new double[Reliability.BINS];
        for (int answer = 0; answer < beats; answer++) {
            size[bin[answer]]++;
            meanGiven[bin[answer]] += given[answer];
            meanTruth[bin[answer]] += truth[answer];
        }
        double share = Arrays.stream(truth).average().orElseThrow();
        double reliability = 0;
        double resolution = 0;
        for (int i = 0; i < size.length && size[i] > 0; i++) {
            meanGiven[i] /= size[i];
            meanTruth[i] /= size[i];
            reliability += size[i] * square(meanGiven[i] - meanTruth[i]);
            resolution += size[i] * square(meanTruth[i] - share);
        }
        double within = 0;
        for (int answer = 0; answer < beats; answer++) {
            double off = given[answer] - meanGiven[bin[answer]];
            within += off * off - 2 * off * (truth[answer] - meanTruth[bin[answer]]);
        }
        return new BrierDecomposition(reliability / beats, resolution / beats, share * (1 - share), within / beats);
    }

    private BrierDecomposition plus(BrierDecomposition other) {
        return new BrierDecomposition(
                reliability + other.reliability,
                resolution + other.resolution,
                uncertainty + other.uncertainty,
                within + other.within);
    }

    private static double square(double value) {
        return value * value;
    }
}
