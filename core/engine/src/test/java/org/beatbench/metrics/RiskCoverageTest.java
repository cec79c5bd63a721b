package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {

    @Test
    void countsTheErrorsAmongTheSurestBeats() {
        RiskCoverage curve = RiskCoverage.of(answers(new double[] {.9, .6, .8, .7}, true, false, true, false));
        assertThat(curve.risk(.25)).isZero();
        assertThat(curve.risk(.5)).isZero();
        assertThat(curve.risk(.75)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(curve.risk(1)).isEqualTo(.5);
        assertThat(curve.area()).isCloseTo((0 + 0 + 1 / 3.0 + .5) / 4, within(1e-15));
    }

    @Test
    void sharesTheErrorsOfEquallySureBeats() {
        RiskCoverage curve = RiskCoverage.of(answers(new double[] {1, 1, 1, 1}, true, true, false, true));
        assertThat(List.of(.25, .5, .75, 1.0))
                .allSatisfy(coverage -> assertThat(curve.risk(coverage)).isCloseTo(.25, within(1e-15)));
        assertThat(curve.area()).isCloseTo(.25, within(1e-15));
    }

    @Test
    void answersAtLeastOneBeat() {
        RiskCoverage curve = RiskCoverage.of(answers(new double[] {.9, .6}, false, true));
        assertThat(curve.risk(.01)).isEqualTo(1);
        assertThatThrownBy(() -> curve.risk(0)).hasMessage("coverage must be above 0 and at most 1: 0.0");
    }

    private static Answers answers(double[] confidences, boolean... right) {
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder rows = Rows.builder(2);
        for (int i = 0; i < right.length; i++) {
            beats.add(new AnsweredBeat(i, "", "", -1, right[i] ? 0 : 1));
            rows.add(new float[] {(float) confidences[i], (float) (1 - confidences[i])});
        }
        return Answers.of(List.of("N", "V"), beats, Predictions.of(rows.build()));
    }
}
