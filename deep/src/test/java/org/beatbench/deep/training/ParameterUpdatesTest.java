package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;

final class ParameterUpdatesTest {

    /** What a first step of the momentum optimiser is times. */
    private static final double LOOKS_AHEAD = 1.9;

    private final MultiLayerNetwork network = ToyTask.normalisedNetwork();
    private final ParameterRoles roles = ParameterRoles.of(network);
    private final float[] before = network.params().dup().data().asFloat();

    @Test
    void goesAgainstTheMeanGradient() {
        float[] gradients = gradients();
        float[] after = taken(sgd(), gradients, 4);
        for (int i = 0; i < before.length; i++) {
            if (!roles.statistics().get(i)) {
                assertThat((double) after[i]).isCloseTo(before[i] - 0.1 * LOOKS_AHEAD * gradients[i] / 4, within(1e-6));
            }
        }
    }

    @Test
    void letsWeightsDecayByTheRate() {
        float[] after = taken(sgd().weightDecay(0.5), new float[before.length], 1);
        assertThat(roles.decaying().cardinality()).isEqualTo(5 * 6 + 12 * 3);
        for (int i = 0; i < before.length; i++) {
            float expected = roles.decaying().get(i) ? before[i] * (1 - 0.1f * 0.5f) : before[i];
            assertThat(after[i]).isCloseTo(expected, within(1e-7f));
        }
    }

    @Test
    void shortensLongGradientsAndLeavesTheirDirection() {
        float[] gradients = gradients();
        double norm = norm(gradients) / 4;
        float[] shortened = gradients.clone();
        for (int i = 0; i < shortened.length; i++) {
            shortened[i] *= roles.statistics().get(i) ? 1 : (float) (0.5 / norm);
        }
        assertThat(norm).isGreaterThan(0.5);
        assertThat(taken(sgd().gradientClip(0.5), gradients, 4))
                .containsExactly(taken(sgd(), shortened, 4), within(1e-6f));
        assertThat(taken(sgd().gradientClip(1.01 * norm), gradients, 4)).isEqualTo(taken(sgd(), gradients, 4));
    }

    @Test
    void movesStatisticsByTheirMeanWhateverTheOthersDo() {
        float[] gradients = gradients();
        float[] after = taken(sgd().gradientClip(0.01).weightDecay(0.5), gradients, 4);
        assertThat(roles.statistics().cardinality()).isEqualTo(2 * 6);
        roles.statistics().stream()
                .forEach(i -> assertThat(after[i]).isCloseTo(before[i] - gradients[i] / 8, within(1e-6f)));
    }

    @Test
    void averagesWhatAnswers() {
        ParameterUpdates steps = steps(sgd().averaging(0.9));
        steps.take(gradients(), 4, 8, 0);
        float[] first = steps.parameters().clone();
        steps.take(gradients(), 4, 8, 0);
        for (int i = 0; i < before.length; i++) {
            // the memory is 2/11 after a step, 3/12 after two
            double once = 2.0 / 11 * before[i] + 9.0 / 11 * first[i];
            double twice = 0.25 * once + 0.75 * steps.parameters()[i];
            assertThat((double) steps.answering()[i]).isCloseTo(twice, within(1e-6 * Math.max(1, Math.abs(twice))));
        }
    }

    @Test
    void hasTheLongestMemoryItMayHave() {
        ParameterUpdates steps = steps(sgd().averaging(0.2));
        for (int i = 0; i < 3; i++) {
            steps.take(gradients(), 4, 8, 0);
        }
        float[] average = steps.answering().clone();
        steps.take(gradients(), 4, 8, 0);
        for (int i = 0; i < before.length; i++) {
            assertThat(steps.answering()[i]).isCloseTo(0.2f * average[i] + 0.8f * steps.parameters()[i], within(1e-6f));
        }
    }

    @Test
    void answersWithTheParametersThemselvesWithoutAnAverage() {
        ParameterUpdates steps = steps(sgd());
        assertThat(steps.answering()).isEqualTo(before);
        steps.take(gradients(), 4, 8, 0);
        assertThat(steps.answering()).isEqualTo(steps.parameters()).isNotEqualTo(before);
    }

    private static Settings sgd() {
        return Settings.plain().optimiser(Optimiser.SGD, 0.1);
    }

    private ParameterUpdates steps(Settings settings) {
        TrainingSettings done = settings.done();
        return new ParameterUpdates(
                network, done, new LearningRate(done.learningRate(), LearningRateSchedule.CONSTANT, 0, 10));
    }

    private float[] taken(Settings settings, float[] gradients, double weight) {
        ParameterUpdates steps = steps(settings);
        steps.take(gradients.clone(), weight, 8, 0);
        return steps.parameters();
    }

    /** Large ones for the statistics, to show whether they have a say. */
    private float[] gradients() {
        SplittableRandom random = new SplittableRandom(1);
        float[] drawn = new float[before.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (float) random.nextGaussian() * (roles.statistics().get(i) ? 100 : 1);
        }
        return drawn;
    }

    private double norm(float[] gradients) {
        double squares = 0;
        for (int i = 0; i < gradients.length; i++) {
            squares += roles.statistics().get(i) ? 0 : gradients[i] * gradients[i];
        }
        return Math.sqrt(squares);
    }
}
