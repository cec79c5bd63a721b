package org.beatbench.metrics;

import java.util.Arrays;
import org.beatbench.answers.Answers;

/**
 * Selective classification: what becomes of the errors if a model may abstain from the beats it is least sure of.
 * Coverage is the part of the beats that it answers, the surest first; risk is the part of those answers that is wrong
 * (R. El-Yaniv and Y. Wiener, "On the foundations of noise-free selective classification", JMLR 11 (2010)). Of equally
 * sure beats none comes first: their errors are spread over them evenly, which is what a random order gives on average.
 */
public final class RiskCoverage {

    /** Expected errors among the surest beats: one of them, two of them, and so on. */
    private final double[] errors;

    private RiskCoverage(double[] errors) {
        this.errors = errors;
    }

    /**
     * Reads answers.
     *
     * @param answers at least one
     */
    public static RiskCoverage of(Answers answers) {
        float[] confidences = Reliability.confidences(answers);
        long[] surest = new long[answers.size()];
        for (int answer = 0; answer < surest.length; answer++) {
            // Confidences are positive, and then the bits of a float have the order of its values.
            surest[answer] = -((long) Float.floatToIntBits(confidences[answer]) << 32) + answer;
        }
        Arrays.sort(surest);
        double[] errors = new double[surest.length];
        double before = 0;
        int start = 0;
        while (start < surest.length) {
            int end = start;
            int wrong = 0;
            float confidence = confidences[(int) surest[start]];
            while (end < surest.length && confidences[(int) surest[end]] == confidence) {
                int answer = (int) surest[end];
                wrong += answers.predicted(answer) == answers.truth(answer) ? 0 : 1;
                end++;
            }
            for (int i = start; i < end; i++) {
                errors[i] = before + wrong * (i - start + 1) / (double) (end - start);
            }
            before += wrong;
            start = end;
        }
        return new RiskCoverage(errors);
    }

    /**
     * The part of the surest beats that is wrong.
     *
     * @param coverage the part of all beats that is answered, above 0 and at most 1; at least one beat is
     */
    public double risk(double coverage) {
        if (!(coverage > 0 && coverage <= 1)) {
            throw new IllegalArgumentException("coverage must be above 0 and at most 1: " + coverage);
        }
        int answered = Math.max(1, (int) Math.round(coverage * errors.length));
        return errors[answered - 1] / answered;
    }

    /** The mean risk over all coverages, from one beat to all: the area under the curve, 0..1. */
    public double area() {
        double sum = 0;
        for (int i = 0; i < errors.length; i++) {
            sum += errors[i] / (i + 1);
        }
        return sum / errors.length;
    }
}
