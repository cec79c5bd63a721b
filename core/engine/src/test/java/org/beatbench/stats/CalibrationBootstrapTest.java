package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.metrics.Quality;
import org.beatbench.protocol.Draws;
import org.junit.jupiter.api.Test;

class CalibrationBootstrapTest {

    @Test
    void agreesWithTheBinomialDistributionWhereOneConfidenceIsFarTooHigh() {
        // All in one bin, and right far less often than said: the error is .9 less the share that is right.
        Answers answers = answers(400, subject -> .5);
        double right = .9 - Quality.ECE.of(answers).orElseThrow();
        Interval interval = CalibrationBootstrap.byBeat(answers, 400, 1).orElseThrow();
        double deviation = Math.sqrt(right * (1 - right) / 400);
        assertThat(interval.low()).isCloseTo(interval.estimate() - 1.96 * deviation, within(.15 * deviation));
        assertThat(interval.high()).isCloseTo(interval.estimate() + 1.96 * deviation, within(.15 * deviation));
    }

    @Test
    void isWiderBySubjectWhereSubjectsDiffer() {
        Answers answers = answers(1000, subject -> subject / 10.0);
        Interval bySubject = CalibrationBootstrap.bySubject(answers, 1).orElseThrow();
        Interval byBeat = CalibrationBootstrap.byBeat(answers, 1000, 1).orElseThrow();
        assertThat(bySubject.estimate())
                .isEqualTo(byBeat.estimate())
                .isEqualTo(Quality.ECE.of(answers).orElseThrow());
        assertThat(bySubject.high() - bySubject.low()).isGreaterThan(3 * (byBeat.high() - byBeat.low()));
    }

    @Test
    void lookingTwiceAtTheSameBeatsNarrowsNothing() {
        Answers once = answers(300, subject -> .6);
        Interval one = CalibrationBootstrap.byBeat(once, 300, 1).orElseThrow();
        Interval two = CalibrationBootstrap.byBeat(once.and(once), 300, 1).orElseThrow();
        assertThat(two.estimate()).isCloseTo(one.estimate(), within(1e-12));
        assertThat(two.high() - two.low()).isCloseTo(one.high() - one.low(), within(.01));
    }

    @Test
    void sameSeedGivesTheSame() {
        Answers answers = answers(100, subject -> .7);
        assertThat(CalibrationBootstrap.bySubject(answers, 3)).isEqualTo(CalibrationBootstrap.bySubject(answers, 3));
        assertThat(CalibrationBootstrap.byBeat(answers, 100, 3))
                .isEqualTo(CalibrationBootstrap.byBeat(answers, 100, 3));
    }

    @Test
    void isEmptyWithoutAnswers() {
        Answers none = answers(10, subject -> .7).none();
        assertThat(CalibrationBootstrap.bySubject(none, 1)).isEmpty();
        assertThat(CalibrationBootstrap.byBeat(none, 1, 1)).isEmpty();
        assertThatThrownBy(() -> CalibrationBootstrap.byBeat(none, 0, 1)).hasMessage("drawn must be at least 1: 0");
    }

    /** Beats of ten subjects, all answered with a confidence of .9, and right as often as the test wants. */
    private static Answers answers(int size, IntToDoubleFunction right) {
        Draws draws = Draws.of(1, "answers");
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder rows = Rows.builder(2);
        for (int i = 0; i < size; i++) {
            int truth = draws.fraction() < right.applyAsDouble(i % 10) ? 0 : 1;
            beats.add(new AnsweredBeat(i, "", "s" + i % 10, -1, truth));
            rows.add(new float[] {.9f, .1f});
        }
        return Answers.of(List.of("N", "V"), beats, Predictions.of(rows.build()));
    }
}
