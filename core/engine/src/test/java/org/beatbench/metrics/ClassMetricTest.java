package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClassMetricTest {

    /** Three beats of the second class, of which two are found, and three of the first, of which two are given the second. */
    private final Answers answers = Answers.of(
            List.of("N", "V"),
            IntStream.of(1, 1, 1, 0, 0, 0)
                    .mapToObj(truth -> new AnsweredBeat(0, "", "", -1, truth))
                    .toList(),
            Predictions.of(
                    Rows.of(new float[] {0.1f, 0.9f, 0.2f, 0.8f, 0.6f, 0.4f, 0.3f, 0.7f, 0.4f, 0.6f, 0.9f, 0.1f}, 2)));

    @ParameterizedTest
    @CsvSource({
        "sensitivity, 0.6666666666666666",
        "positive-predictive-value, 0.5",
        "f1, 0.5714285714285714",
        "auroc, 0.7777777777777778",
        "auprc, 0.8666666666666667"
    })
    void isAsWorkedByHand(String id, double expected) {
        ClassMetric metric = List.of(ClassMetric.values()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(metric.formula(1).of(answers).orElseThrow()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void namesTheClassInPlaceOfTheRow() {
        assertThat(ClassMetric.SENSITIVITY.hint()).isEqualTo("the part of the beats of the class that was found");
        assertThat(ClassMetric.SENSITIVITY.hint("V")).isEqualTo("the part of the beats of class V that was found");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatItIs(ClassMetric metric) {
        assertThat(metric.title()).isNotBlank();
        assertThat(metric.explanation()).endsWith(".");
    }
}
