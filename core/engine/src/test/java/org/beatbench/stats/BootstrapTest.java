package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.metrics.ConfusionMatrix;
import org.beatbench.protocol.Draws;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BootstrapTest {

    private static final List<String> CLASSES = List.of("N", "V");

    @Test
    void agreesWithTheBinomialDistributionForAccuracyByBeat() throws IOException {
        for (JsonNode expected : Reference.read().get("binomial")) {
            long trials = expected.get("trials").asLong();
            long correct = Math.round(trials * expected.get("chance").asDouble());
            ConfusionMatrix matrix = ConfusionMatrix.of(CLASSES, correct, trials - correct, 0, 0);
            Interval interval =
                    Bootstrap.byBeat(matrix, ConfusionMatrix::accuracy, 1).orElseThrow();
            double deviation = Math.sqrt(correct * (trials - correct) / (double) trials);
            assertThat(interval.low() * trials).isCloseTo(expected.get("low").asDouble(), within(1 + .15 * deviation));
            assertThat(interval.high() * trials)
                    .isCloseTo(expected.get("high").asDouble(), within(1 + .15 * deviation));
            assertThat(interval.estimate()).isEqualTo(correct / (double) trials);
        }
    }

    @Test
    void isWiderBySubjectWhereSubjectsDiffer() {
        List<ConfusionMatrix> subjects = IntStream.range(0, 20)
                .mapToObj(i -> ConfusionMatrix.of(CLASSES, 100 - 5 * i, 5L * i, 0, 0))
                .toList();
        ConfusionMatrix all = ConfusionMatrix.of(CLASSES, 1050, 950, 0, 0);
        Interval bySubject =
                Bootstrap.bySubject(subjects, ConfusionMatrix::accuracy, 1).orElseThrow();
        Interval byBeat = Bootstrap.byBeat(all, ConfusionMatrix::accuracy, 1).orElseThrow();
        assertThat(bySubject.estimate()).isEqualTo(byBeat.estimate()).isEqualTo(.525);
        assertThat(width(bySubject)).isGreaterThan(5 * width(byBeat));
    }

    @Test
    void hasNoWidthWhereSubjectsAreAlike() {
        ConfusionMatrix one = ConfusionMatrix.of(CLASSES, 9, 1, 2, 8);
        Interval interval = Bootstrap.bySubject(Collections.nCopies(10, one), ConfusionMatrix::accuracy, 1)
                .orElseThrow();
        assertThat(interval).isEqualTo(new Interval(.85, .85, .85));
    }

    @Property(tries = 60, seed = "1")
    void containsItsEstimate(@ForAll @IntRange(min = 8, max = 40) int subjects, @ForAll long seed) {
        List<ConfusionMatrix> matrices = random(subjects, seed);
        Interval bySubject =
                Bootstrap.bySubject(matrices, ConfusionMatrix::macroF1, seed).orElseThrow();
        Interval byBeat = Bootstrap.byBeat(matrices.get(0), ConfusionMatrix::macroF1, seed)
                .orElseThrow();
        assertThat(bySubject.estimate()).isBetween(bySubject.low(), bySubject.high());
        assertThat(byBeat.estimate()).isBetween(byBeat.low(), byBeat.high());
        assertThat(Bootstrap.bySubject(matrices, ConfusionMatrix::macroF1, seed))
                .contains(bySubject);
        assertThat(Bootstrap.byBeat(matrices.get(0), ConfusionMatrix::macroF1, seed))
                .contains(byBeat);
    }

    @Test
    void isEmptyWhereTheFigureIsNotDefined() {
        assertThat(Bootstrap.bySubject(List.of(), ConfusionMatrix::accuracy, 1)).isEmpty();
        assertThat(Bootstrap.byBeat(ConfusionMatrix.of(CLASSES, 0, 0, 0, 0), ConfusionMatrix::accuracy, 1))
                .isEmpty();
        assertThat(Bootstrap.byBeat(ConfusionMatrix.of(CLASSES, 5, 5, 0, 0), matrix -> matrix.sensitivity(1), 1))
                .isEmpty();
    }

    @Test
    void leavesOutResamplesForWhichTheFigureIsNotDefined() {
        ConfusionMatrix matrix = ConfusionMatrix.of(CLASSES, 50, 0, 0, 1);
        assertThat(Bootstrap.byBeat(matrix, answers -> answers.sensitivity(1), 1))
                .contains(new Interval(1, 1, 1));
    }

    @Test
    void lookingTwiceAtTheSameBeatsNarrowsNothing() {
        ConfusionMatrix once = ConfusionMatrix.of(CLASSES, 60, 15, 4, 21);
        ConfusionMatrix twice = ConfusionMatrix.of(CLASSES, 120, 30, 8, 42);
        assertThat(Bootstrap.byBeat(twice, 100, ConfusionMatrix::macroF1, 1))
                .isEqualTo(Bootstrap.byBeat(once, ConfusionMatrix::macroF1, 1));
        assertThat(Bootstrap.byBeat(twice, 200, ConfusionMatrix::macroF1, 1))
                .isEqualTo(Bootstrap.byBeat(twice, ConfusionMatrix::macroF1, 1));
    }

    @Test
    void estimatesFromAllAnswersHoweverFewAreDrawn() {
        ConfusionMatrix rare = ConfusionMatrix.of(CLASSES, 99, 0, 0, 1);
        assertThat(Bootstrap.byBeat(rare, 10, answers -> answers.sensitivity(1), 1))
                .contains(new Interval(1, 1, 1));
        assertThat(Bootstrap.byBeat(rare, 0, ConfusionMatrix::accuracy, 1)).isEmpty();
        assertThatThrownBy(() -> Bootstrap.byBeat(rare, -1, ConfusionMatrix::accuracy, 1))
                .hasMessage("drawn must be at least 0: -1");
    }

    @Test
    void refusesSubjectsOfDifferentClasses() {
        List<ConfusionMatrix> subjects =
                List.of(ConfusionMatrix.of(CLASSES, 1, 0, 0, 0), ConfusionMatrix.of(List.of("N"), 1));
        assertThatThrownBy(() -> Bootstrap.bySubject(subjects, ConfusionMatrix::accuracy, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnIntervalUpsideDown() {
        assertThatThrownBy(() -> new Interval(2, 1, 0)).hasMessage("not an interval: 2.0 1.0 0.0");
        assertThatThrownBy(() -> new Interval(0, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<ConfusionMatrix> random(int subjects, long seed) {
        Draws draws = Draws.of(seed, "matrices");
        return IntStream.range(0, subjects)
                .mapToObj(i -> ConfusionMatrix.of(
                        CLASSES, 50 + draws.below(200), draws.below(50), draws.below(30), 20 + draws.below(60)))
                .toList();
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }
}
