package org.beatbench.verification;

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

class RepetitionTest {

    private static Answers answers(int row, float... firsts) {
        Rows.Builder rows = Rows.builder(2);
        List<AnsweredBeat> beats = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            rows.add(new float[] {firsts[i], 1 - firsts[i]});
            beats.add(new AnsweredBeat(row + i, "r", "s", i, 0));
        }
        return Answers.of(List.of("N", "V"), beats, Predictions.of(rows.build()));
    }

    @Test
    void isExactForTheSameBits() {
        assertThat(Repetition.of(answers(0, 0.1f, 1 / 3f), answers(0, 0.1f, 1 / 3f)))
                .isEqualTo(new Repetition(2, 0, 0, 0))
                .matches(Repetition::isExact);
    }

    @Test
    void noticesTheLastBitEvenOfNothing() {
        assertThat(Repetition.of(answers(0, 0.3f), answers(0, Math.nextUp(0.3f)))
                        .isExact())
                .isFalse();
        assertThat(Repetition.of(answers(0, 0f), answers(0, -0f))).isEqualTo(new Repetition(1, 1, 0, 0));
    }

    @Test
    void saysHowFarAnswersAreApart() {
        Repetition repetition = Repetition.of(answers(0, 0.4f, 0.9f, 0.2f), answers(0, 0.6f, 0.8f, 0.2f));

        assertThat(repetition.answers()).isEqualTo(3);
        assertThat(repetition.changed()).isEqualTo(2);
        assertThat(repetition.decided()).isEqualTo(1);
        assertThat(repetition.largest()).isCloseTo(0.2, within(1e-6));
        assertThat(repetition.and(new Repetition(1, 0, 0, 0.5))).isEqualTo(new Repetition(4, 2, 1, 0.5));
    }

    @Test
    void refusesAnswersForOtherBeats() {
        assertThatThrownBy(() -> Repetition.of(answers(0, 0.4f), answers(1, 0.4f)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Repetition.of(answers(0, 0.4f), answers(0, 0.4f, 0.4f)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
