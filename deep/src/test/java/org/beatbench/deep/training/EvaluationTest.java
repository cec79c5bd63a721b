package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;

final class EvaluationTest {

    private static Beats labelled(int... labels) {
        Beats.Builder beats = Beats.builder(List.of("a", "b", "c"), 1);
        for (int label : labels) {
            beats.add(new float[1], Beat.anonymous(label, 1));
        }
        return beats.build();
    }

    @Test
    void scoresByHand() {
        // answers a a b a for a a b b; no beat is a c
        float[] values = {9, 0, 0, 9, 0, 0, 0, 9, 0, 9, 0, 0};
        Evaluation evaluation = Evaluation.of(labelled(0, 0, 1, 1), values);
        assertThat(evaluation.accuracy()).isEqualTo(0.75);
        // F1 of a is 2·2 / (2 + 3), of b 2·1 / (2 + 1)
        assertThat(evaluation.macroF1()).isCloseTo((0.8 + 2.0 / 3) / 2, within(1e-12));
        double normaliser = Math.log(Math.exp(9) + 2);
        assertThat(evaluation.loss()).isCloseTo(normaliser - 9 * 3 / 4.0, within(1e-6));
    }

    @Test
    void isTheMeanOfTheHarmonicMeansOfPrecisionAndRecall() {
        float[] values = new float[60 * 3];
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Beats beats = labelled(random.ints(60, 0, 3).toArray());
        int[] right = new int[3];
        int[] mentioned = new int[3];
        for (int beat = 0; beat < 60; beat++) {
            float[] row = {values[3 * beat], values[3 * beat + 1], values[3 * beat + 2]};
            int answer = Softmax.best(row, 3);
            right[answer] += answer == beats.label(beat) ? 1 : 0;
            mentioned[answer]++;
            mentioned[beats.label(beat)]++;
        }
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += 2.0 * right[c] / mentioned[c];
        }
        assertThat(Evaluation.of(beats, values).macroF1()).isCloseTo(sum / 3, within(1e-12));
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(Evaluation.of(labelled(), new float[0])).isEqualTo(Evaluation.NONE);
    }
}
