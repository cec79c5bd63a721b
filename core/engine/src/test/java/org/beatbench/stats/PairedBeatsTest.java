package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.answers.Answers;
import org.beatbench.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class PairedBeatsTest {

    private final Answers first = Matrices.answers(5, .8, 1);
    private final Answers second = Matrices.answers(5, .6, 2);
    private final PairedBeats beats = PairedBeats.of(List.of(first), List.of(second));

    @Test
    void itsMarginsAreTheAnswersOfEither() {
        assertThat(beats.first()).isEqualTo(ConfusionMatrix.of(first));
        assertThat(beats.second()).isEqualTo(ConfusionMatrix.of(second));
        assertThat(beats.size()).isEqualTo(200);
    }

    @Test
    void countsBeatsThatOnlyOneGotRight() {
        long onlyFirst = IntStream.range(0, 200)
                .filter(beat -> isRight(first, beat) && !isRight(second, beat))
                .count();
        long onlySecond = IntStream.range(0, 200)
                .filter(beat -> !isRight(first, beat) && isRight(second, beat))
                .count();
        assertThat(beats.test(200)).isEqualTo(McNemar.test(onlyFirst, onlySecond, 200 - onlyFirst - onlySecond));
    }

    @Test
    void seedsAddUp() {
        PairedBeats twice = PairedBeats.of(List.of(first, second), List.of(second, first));
        assertThat(twice.first()).isEqualTo(twice.second());
        assertThat(twice.size()).isEqualTo(400);
        assertThat(twice.test(400).effect()).isZero();
    }

    @Test
    void looksAtTheSameBeatsCountOnce() {
        PairedBeats twice = PairedBeats.of(List.of(first, first), List.of(second, second));
        assertThat(twice.test(200)).isEqualTo(beats.test(200));
        assertThat(twice.test(400).higher()).isEqualTo(2 * beats.test(200).higher());
    }

    @Test
    void answersToDifferentBeatsMakeNoPairs() {
        assertThatThrownBy(() -> PairedBeats.of(List.of(first), List.of(Matrices.answers(4, .6, 2))))
                .hasMessageStartingWith("answers to different beats cannot be paired");
        assertThatThrownBy(() -> PairedBeats.of(List.of(first), List.of()))
                .hasMessage("1 and 0 sets of answers make no pairs");
        assertThatThrownBy(() -> PairedBeats.of(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean isRight(Answers answers, int beat) {
        return answers.predicted(beat) == answers.truth(beat);
    }
}
