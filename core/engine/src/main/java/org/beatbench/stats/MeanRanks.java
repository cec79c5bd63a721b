package org.beatbench.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * Whether several classifiers rank alike over the same subjects, and how far apart their mean ranks must be to be told apart.
 *
 * <p>The test of M. Friedman, "The use of ranks to avoid the assumption of normality", J. Am. Stat. Assoc. 32 (1937), corrected
 * for ties (W. J. Conover, "Practical Nonparametric Statistics" (1999)), with the chi-square approximation; and
 * the critical difference of P. Nemenyi (1963) as in J. Demšar, "Statistical comparisons of classifiers over multiple data
 * sets", JMLR 7 (2006), with subjects in the place of data sets.
 *
 * @param ranks the mean rank of each classifier, 1 for the one that is always best
 * @param subjects how many subjects they were ranked on
 * @param chiSquare the statistic; 0 if every subject ties all
 * @param p how often chance alone makes one at least as large; 1 if every subject ties all
 */
public record MeanRanks(List<Double> ranks, int subjects, double chiSquare, double p) {

    public MeanRanks {
        ranks = List.copyOf(ranks);
    }

    /**
     * Ranks classifiers on each subject.
     *
     * @param classifiers what each scored on the same subjects by the same metric; at least two
     */
    public static MeanRanks of(List<SubjectScores> classifiers) {
        if (classifiers.stream().map(SubjectScores::subjects).distinct().count() > 1
                || classifiers.stream().map(SubjectScores::metric).distinct().count() > 1) {
            throw new IllegalArgumentException("classifiers must be scored on the same subjects: " + classifiers);
        }
        return of(classifiers.stream().map(SubjectScores::scores).toArray(double[][]::new));
    }

    /** Ranks classifiers by the scores of each on the same subjects; higher is better. */
    static MeanRanks of(double[]... scores) {
        int classifiers = scores.length;
        if (classifiers < 2 || scores[0].length == 0) {
            throw new IllegalArgumentException("at least two classifiers and one subject are needed");
        }
        int subjects = scores[0].length;
        if (Arrays.stream(scores).anyMatch(row -> row.length != subjects)) {
            throw new IllegalArgumentException("classifiers must be scored on the same subjects");
        }
        double[] sums = new double[classifiers];
        double squares = 0;
        for (int subject = 0; subject < subjects; subject++) {
            int here = subject;
            double[] ranks = Ranks.of(IntStream.range(0, classifiers)
                    .mapToDouble(i -> -scores[i][here])
                    .toArray());
            for (int i = 0; i < classifiers; i++) {
                sums[i] += ranks[i];
                squares += ranks[i] * ranks[i];
            }
        }
        double expected = subjects * (classifiers + 1) / 2.0;
        double spread = Arrays.stream(sums)
                .map(sum -> (sum - expected) * (sum - expected))
                .sum();
        double ties = squares - subjects * classifiers * (classifiers + 1.0) * (classifiers + 1.0) / 4;
        double chiSquare = ties < 1e-9 ? 0 : (classifiers - 1) * spread / ties;
        return new MeanRanks(
                Arrays.stream(sums).map(sum -> sum / subjects).boxed().toList(),
                subjects,
                chiSquare,
                Gamma.regularizedGammaQ((classifiers - 1) / 2.0, chiSquare / 2));
    }

    /**
     * Mean ranks that are farther apart than this belong to different classifiers, with a chance of at most 5 % that any such
     * finding is false: q(.95; k) √(k (k + 1) / (12 n)), q being the quantile of the studentised range.
     */
    public double criticalDifference() {
        double classifiers = ranks.size();
        return StudentizedRange.quantile(0.95, ranks.size())
                * Math.sqrt(classifiers * (classifiers + 1) / (12 * subjects));
    }
}
