package org.beatbench.metrics;

import org.beatbench.answers.Answers;

/**
 * How far the confidence in each answer is from the truth, in bins of confidence: what the expected calibration error is
 * computed from (C. Guo et al., "On calibration of modern neural networks", ICML 2017, eq. 3). The bins are equally wide, and
 * a bin holds its upper edge.
 */
public final class CalibrationGaps {

    /** Number of bins. */
    public static final int BINS = 15;

    private final int[] bins;
    private final double[] gaps;

    private CalibrationGaps(int[] bins, double[] gaps) {
        this.bins = bins;
        this.gaps = gaps;
    }

    /** Reads answers. */
    public static CalibrationGaps of(Answers answers) {
        float[] confidences = Reliability.confidences(answers);
        int[] bins = new int[confidences.length];
        double[] gaps = new double[confidences.length];
        for (int answer = 0; answer < confidences.length; answer++) {
            double confidence = confidences[answer];
            bins[answer] = Math.max(0, (int) Math.ceil(confidence * BINS) - 1);
            gaps[answer] = (answers.predicted(answer) == answers.truth(answer) ? 1 : 0) - confidence;
        }
        return new CalibrationGaps(bins, gaps);
    }

    /** Number of answers. */
    public int size() {
        return bins.length;
    }

    /** The bin of an answer, from 0 on. */
    public int bin(int answer) {
        return bins[answer];
    }

    /** 1 if the answer is right and 0 if it is wrong, less the confidence in it. */
    public double gap(int answer) {
        return gaps[answer];
    }

    /**
     * The expected calibration error.
     *
     * @param sums the sum of the gaps in each bin
     * @param answers how many answers they are of, at least one
     */
    public static double error(double[] sums, long answers) {
        double distance = 0;
        for (double sum : sums) {
            distance += Math.abs(sum);
        }
        return distance / answers;
    }

    /** The expected calibration error of these answers, at least one. */
    public double error() {
        double[] sums = new double[BINS];
        for (int answer = 0; answer < bins.length; answer++) {
            sums[bins[answer]] += gaps[answer];
        }
        return error(sums, bins.length);
    }
}
