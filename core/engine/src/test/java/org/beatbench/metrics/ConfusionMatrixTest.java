package org.beatbench.metrics;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

    /** Worked by hand: 10 N of which 8 found, 5 V of which 3 found, no F, one N called F. */
    private final ConfusionMatrix matrix = ConfusionMatrix.of(List.of("N", "V", "F"), 8, 1, 1, 2, 3, 0, 0, 0, 0);

    @Test
    void countsRowsAndColumns() {
        assertThat(matrix.total()).isEqualTo(15);
        assertThat(matrix.correct()).isEqualTo(11);
        assertThat(matrix.ofClass(0)).isEqualTo(10);
        assertThat(matrix.given(0)).isEqualTo(10);
        assertThat(matrix.given(2)).isEqualTo(1);
        assertThat(matrix.count(1, 0)).isEqualTo(2);
    }

    @Test
    void scoresClasses() {
        assertThat(matrix.sensitivity(1)).hasValue(3 / 5.0);
        assertThat(matrix.positivePredictiveValue(1)).hasValue(3 / 4.0);
        assertThat(matrix.f1(1)).hasValue(6 / 9.0);
        assertThat(matrix.share(0, 1)).hasValue(.1);
    }

    @Test
    void averagesOverClassesThatHaveBeats() {
        assertThat(matrix.balancedAccuracy()).hasValue((.8 + .6) / 2);
        assertThat(matrix.macroF1().orElseThrow()).isCloseTo((16 / 20.0 + 6 / 9.0) / 2, within(1e-15));
        assertThat(matrix.weightedF1().orElseThrow()).isCloseTo((10 * .8 + 5 * 6 / 9.0) / 15, within(1e-15));
        assertThat(matrix.majorityRate()).hasValue(10 / 15.0);
    }

    @Test
    void tellsAgreementFromChance() {
        // 11 of 15 agree; by chance (10 x 10 + 5 x 4 + 0 x 1) / 15 would.
        assertThat(matrix.kappa().orElseThrow()).isCloseTo((11 - 8) / (15 - 8.0), within(1e-15));
        assertThat(ConfusionMatrix.of(List.of("N", "V"), 0, 5, 5, 0).kappa()).hasValue(-1);
        assertThat(ConfusionMatrix.of(List.of("N", "V"), 3, 0, 2, 0).kappa())
                .as("always the same class")
                .hasValue(0);
        assertThat(ConfusionMatrix.of(List.of("N", "V"), 3, 0, 0, 0).kappa()).isEmpty();
    }

    @Test
    void leavesOutBeatsByTheirTruthOnly() {
        ConfusionMatrix others = matrix.without(1);
        assertThat(others).isEqualTo(ConfusionMatrix.of(List.of("N", "V", "F"), 8, 1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(matrix.total()).as("unchanged").isEqualTo(15);
    }

    @Test
    void leavesNothingByNothingUndefined() {
        assertThat(matrix.sensitivity(2)).isEmpty();
        assertThat(matrix.positivePredictiveValue(2)).hasValue(0);
        assertThat(matrix.f1(2)).hasValue(0);
        ConfusionMatrix two = ConfusionMatrix.of(List.of("N", "V"), 3, 0, 2, 0);
        assertThat(two.positivePredictiveValue(1)).isEmpty();
        assertThat(two.f1(1)).as("has beats, never given").hasValue(0);
        assertThat(two.correlation()).as("always the same class").hasValue(0);
        assertThat(ConfusionMatrix.of(List.of("N", "V"), 3, 1, 0, 0).correlation())
                .isEmpty();
    }

    @Test
    void isUndefinedWithoutBeats() {
        ConfusionMatrix none = ConfusionMatrix.of(List.of("N"), 0);
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.accuracy()).isEmpty();
        assertThat(none.majorityRate()).isEmpty();
        assertThat(none.balancedAccuracy()).isEmpty();
        assertThat(none.macroF1()).isEmpty();
        assertThat(none.weightedF1()).isEmpty();
        assertThat(none.correlation()).isEmpty();
        assertThat(none.kappa()).isEmpty();
        assertThat(none.f1(0)).isEmpty();
    }

    @Test
    void doesNotOverflow() {
        long many = 1_000_000_000_000L;
        ConfusionMatrix matrix = ConfusionMatrix.of(List.of("N", "V"), many, many, 0, many);
        assertThat(matrix.correlation().orElseThrow()).isCloseTo(.5, within(1e-12));
    }

    @Test
    void countsEachSubject() {
        Answers answers = Answers.of(
                List.of("N", "V"),
                List.of(beat("b", 0), beat("a", 1), beat("b", 1)),
                Predictions.of(Rows.of(new float[] {1, 0, 1, 0, 0, 1}, 2)));
        assertThat(ConfusionMatrix.bySubject(answers))
                .containsExactly(
                        entry("a", ConfusionMatrix.of(answers.classes(), 0, 0, 1, 0)),
                        entry("b", ConfusionMatrix.of(answers.classes(), 1, 0, 0, 1)));
        assertThat(ConfusionMatrix.of(answers)).isEqualTo(ConfusionMatrix.of(answers.classes(), 1, 0, 1, 1));
    }

    @Test
    void countsEachRecord() {
        Answers answers = Answers.of(
                List.of("N", "V"),
                List.of(new AnsweredBeat(0, "201", "201", 5, 0), new AnsweredBeat(1, "202", "201", 5, 1)),
                Predictions.of(Rows.of(new float[] {1, 0, 0, 1}, 2)));
        assertThat(ConfusionMatrix.byRecord(answers))
                .containsExactly(
                        entry("201", ConfusionMatrix.of(answers.classes(), 1, 0, 0, 0)),
                        entry("202", ConfusionMatrix.of(answers.classes(), 0, 0, 0, 1)));
    }

    @Test
    void refusesCountsThatMakeNoTable() {
        assertThatThrownBy(() -> ConfusionMatrix.of(List.of("N", "V"), 1, 2, 3)).hasMessage("3 counts for 2 classes");
        assertThatThrownBy(() -> ConfusionMatrix.of(List.of("N"), -1)).hasMessageContaining("negative");
    }

    private static AnsweredBeat beat(String subject, int truth) {
        return new AnsweredBeat(0, "", subject, -1, truth);
    }
}
