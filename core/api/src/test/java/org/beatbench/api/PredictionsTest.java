package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsTest {

    private final Predictions predictions = of(.2f, .3f, .5f, .4f, .4f, .2f);

    @Test
    void decideForTheMostProbableClass() {
        assertThat(predictions.label(0)).isEqualTo(2);
        assertThat(predictions.label(1)).as("the lower label of equals").isZero();
        assertThat(predictions.size()).isEqualTo(2);
        assertThat(predictions.classes()).isEqualTo(3);
        assertThat(predictions.probability(0, 1)).isEqualTo(.3f);
    }

    @ParameterizedTest
    @ValueSource(floats = {-.001f, 1.001f, Float.NaN, Float.POSITIVE_INFINITY})
    void refuseWhatIsNoProbability(float value) {
        assertThatThrownBy(() -> of(1, 0, 0, 0, value, 1))
                .hasMessage("prediction 1, class 1: not a probability: " + value);
    }

    @Test
    void refuseSumsThatAreNotOne() {
        assertThatThrownBy(() -> of(.5f, .25f, 0)).hasMessage("prediction 0: probabilities sum to 0.75");
        assertThat(of(.5f, .5004f, 0).size()).as("rounding is forgiven").isEqualTo(1);
    }

    @Test
    void areEqualByValue() {
        assertThat(predictions)
                .isEqualTo(of(.2f, .3f, .5f, .4f, .4f, .2f))
                .hasSameHashCodeAs(of(.2f, .3f, .5f, .4f, .4f, .2f))
                .isNotEqualTo(of(.2f, .3f, .5f));
    }

    private static Predictions of(float... probabilities) {
        return Predictions.of(Rows.of(probabilities, 3));
    }
}
