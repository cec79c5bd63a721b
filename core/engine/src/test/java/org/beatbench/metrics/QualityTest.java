package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.UserError;
import org.beatbench.protocol.Draws;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QualityTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsId(Quality quality) {
        assertThat(Quality.of(quality.id())).isEqualTo(quality);
        assertThat(quality.title()).isNotBlank();
        assertThat(quality.unit()).isNotNull();
        assertThat(quality.explanation()).endsWith(".");
    }

    @Test
    void suggestsWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> Quality.of("macrof1"))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).startsWith("Did you mean \"macro-f1\"?"));
    }

    @ParameterizedTest
    @EnumSource
    void isUndefinedWithoutAnswers(Quality quality) {
        assertThat(quality.of(random(0, 5, 1))).isEmpty();
    }

    @Test
    void callsLossesLosses() {
        assertThat(Quality.values())
                .filteredOn(quality -> !quality.higherIsBetter())
                .containsExactly(Quality.LOG_LOSS, Quality.BRIER, Quality.ECE, Quality.AURC);
    }

    @Property(tries = 100, seed = "1")
    void staysInItsRange(
            @ForAll Quality quality,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @IntRange(min = 1, max = 5) int classes,
            @ForAll long seed) {
        quality.of(random(size, classes, seed)).ifPresent(value -> {
            double low = quality == Quality.MCC || quality == Quality.KAPPA ? -1 : 0;
            double high = quality == Quality.BRIER ? 2 : quality == Quality.LOG_LOSS ? 17 : 1;
            assertThat(value).isBetween(low - 1e-12, high + 1e-12);
        });
    }

    @Property(tries = 50, seed = "2")
    void doesNotDependOnTheOrderOfBeats(@ForAll Quality quality, @ForAll long seed) {
        Answers first = random(30, 4, seed);
        Answers second = random(20, 4, seed + 1);
        double forth = quality.of(first.and(second)).orElseThrow();
        double back = quality.of(second.and(first)).orElseThrow();
        assertThat(back).isEqualTo(forth, within(1e-12));
    }

    @Test
    void takesMinusZeroForZero() {
        Answers answers = Answers.of(
                List.of("N", "V"),
                List.of(beat(0), beat(1), beat(1)),
                Predictions.of(Rows.of(new float[] {1, -0.0f, 1, 0, 0, 1}, 2)));
        assertThat(Quality.MACRO_AUROC.of(answers)).hasValue(.75);
    }

    @Test
    void answersATestPartInAMoment() {
        Answers answers = random(25_000, 5, 1);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            for (Quality quality : Quality.values()) {
                quality.of(answers);
            }
        });
    }

    private static Answers random(int size, int classes, long seed) {
        Draws draws = Draws.of(seed, "answers");
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder probabilities = Rows.builder(classes);
        for (int i = 0; i < size; i++) {
            beats.add(beat(draws.below(classes)));
            float[] row = new float[classes];
            float left = 1;
            for (int label = 0; label < classes - 1; label++) {
                row[label] = left * draws.below(5) / 4f;
                left -= row[label];
            }
            row[classes - 1] = left;
            probabilities.add(row);
        }
        List<String> names = List.of("N", "S", "V", "F", "Q").subList(0, classes);
        return Answers.of(names, beats, Predictions.of(probabilities.build()));
    }

    private static AnsweredBeat beat(int truth) {
        return new AnsweredBeat(0, "", "", -1, truth);
    }
}
