package org.beatbench.metrics;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.api.Selection;

/**
 * Whether a model is as often right as it says. Its confidence in an answer is the probability it gave the class it decided
 * for.
 */
public final class Reliability {

    /** Number of bins of a reliability curve, at most. */
    public static final int BINS = 15;

    private Reliability() {}

    /**
     * The answers in at most {@value #BINS} bins of about equally many, from the least confident to the most. Equally
     * confident answers are never parted, so a model that knows few degrees of confidence has few bins.
     */
    public static List<Answers> bins(Answers answers) {
        int[] bin = EqualMass.bins(confidences(answers), BINS);
        return IntStream.range(0, IntStream.of(bin).max().orElse(-1) + 1)
                .mapToObj(number -> answers.select(Selection.where(bin.length, answer -> bin[answer] == number)))
                .toList();
    }

    /** The mean confidence in some answers, at least one. */
    public static double confidence(Answers answers) {
        double sum = 0;
        for (float confidence : confidences(answers)) {
            sum += confidence;
        }
        return sum / answers.size();
    }

    static float[] confidences(Answers answers) {
        float[] confidences = new float[answers.size()];
        for (int answer = 0; answer < confidences.length; answer++) {
            confidences[answer] = answers.probability(answer, answers.predicted(answer));
        }
        return confidences;
    }
}
