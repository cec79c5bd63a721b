package org.beatbench.metrics;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;

/** Formulas that take probabilities at their word; all are for at least one answer. */
final class ProbabilityScores {

    /** The distance from 1 to the next larger float. */
    private static final double CLIP = 0x1p-23;

    private ProbabilityScores() {}

    static OptionalDouble logLoss(Answers answers) {
        return mean(answers, answer -> {
            double sum = 0;
            for (int label = 0; label < answers.classes().size(); label++) {
                sum += clipped(answers.probability(answer, label));
            }
            return -StrictMath.log(clipped(answers.probability(answer, answers.truth(answer))) / sum);
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
        return OptionalDouble.of(CalibrationGaps.of(answers).error());
    }

    static OptionalDouble riskArea(Answers answers) {
        return OptionalDouble.of(RiskCoverage.of(answers).area());
    }

    private static OptionalDouble mean(Answers answers, IntToDoubleFunction score) {
        return IntStream.range(0, answers.size()).mapToDouble(score).average();
    }

    private static double clipped(double probability) {
        return Math.min(1 - CLIP, Math.max(CLIP, probability));
    }
}
