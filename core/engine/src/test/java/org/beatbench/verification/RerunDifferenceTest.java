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

class RerunDifferenceTest {

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
        assertThat(RerunDifference.of(answers(0, 0.1f, 1 / 3f), answers(0, 0.1f, 1 / 3f)))
                .isEqualTo(new RerunDifference(2, 0, 0, 0))
                .matches(RerunDifference::isExact);
    }

    @Test
    void noticesTheLastBitEvenOfNothing() {
        assertThat(RerunDifference.of(answers(0, 0.3f), answers(0, Math.nextUp(0.3f)))
                        .isExact())
                .isFalse();
        assertThat(RerunDifference.of(answers(0, 0f), answers(0, -0f))).isEqualTo(new RerunDifference(1, 1, 0, 0));
    }

    @Test
    void saysHowFarAnswersAreApart() {
        RerunDifference difference = RerunDifference.of(answers(0, 0.4f, 0.9f, 0.2f), answers(0, 0.6f, 0.8f, 0.2f));

        assertThat(difference.answers()).isEqualTo(3);
        assertThat(difference.changed()).isEqualTo(2);
        assertThat(difference.decided()).isEqualTo(1);
        assertThat(difference.largest()).isCloseTo(0.2, within(1e-6));
        assertThat(difference.and(new RerunDifference(1, 0, 0, 0.5))).isEqualTo(new RerunDifference(4, 2, 1, 0.5));
    }

    @Test
    void refusesAnswersForOtherBeats() {
        assertThatThrownBy(() -> RerunDifference.of(answers(0, 0.4f), answers(1, 0.4f)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RerunDifference.of(answers(0, 0.4f), answers(0, 0.4f, 0.4f)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
