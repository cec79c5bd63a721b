package org.beatbench.metrics;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.beatbench.results.Answers;

/** Formulas that take probabilities at their word; all are for at least one answer. */
final class ProbabilityScores {

    /** The distance from 1 to the next larger float. */
    private static final double CLIP = 0x1p-23;

    private static final int BINS = 15;

    private ProbabilityScores() {}

    static OptionalDouble logLoss(Answers answers) {
        return mean(answers, answer -> {
            double sum = 0;
            for (int label = 0; label < answers.classes().size(); label++) {
                sum += clipped(answers.probability(answer, label));
            }
            return -Math.log(clipped(answers.probability(answer, answers.truth(answer))) / sum);
        });
    }

    static OptionalDouble brier(Answers answers) {
        return mean(answers, answer -> {
            double sum = 0;
            for (int label = 0; label < answers.classes().size(); label++) {
                double truth = label == answers.truth(answer) ? 1 : 0;
                double difference = answers.probability(answer, label) - truth;
                sum += difference * difference;
            }
            return sum;
        });
    }

    static OptionalDouble calibrationError(Answers answers) {
        double[] confidence = new double[BINS];
        double[] correct = new double[BINS];
        for (int answer = 0; answer < answers.size(); answer++) {
            int given = answers.predicted(answer);
            double probability = answers.probability(answer, given);
            int bin = Math.max(0, (int) Math.ceil(probability * BINS) - 1);
            confidence[bin] += probability;
            correct[bin] += given == answers.truth(answer) ? 1 : 0;
        }
        double distance = IntStream.range(0, BINS)
                .mapToDouble(bin -> Math.abs(correct[bin] - confidence[bin]))
                .sum();
        return OptionalDouble.of(distance / answers.size());
    }

    private static OptionalDouble mean(Answers answers, IntToDoubleFunction score) {
        return IntStream.range(0, answers.size()).mapToDouble(score).average();
    }

    private static double clipped(double probability) {
        return Math.min(1 - CLIP, Math.max(CLIP, probability));
    }
}
