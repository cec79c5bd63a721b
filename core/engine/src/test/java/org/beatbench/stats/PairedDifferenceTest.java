package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.beatbench.answers.Answers;
import org.beatbench.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class PairedDifferenceTest {

    private static final Offset<Double> DIGITS = within(1e-9);

    @Test
    void agreesWithABootstrapOfNumPy() throws IOException {
        JsonNode expected = Reference.differences().get("bootstrap");
        PairedDifference difference =
                PairedDifference.overSubjects(scores(expected.get("first")), scores(expected.get("second")));
        double error = expected.get("standard-error").asDouble();
        Interval interval = difference.interval();
        assertThat(interval.estimate()).isCloseTo(expected.get("estimate").asDouble(), DIGITS);
        assertThat(interval.low()).isCloseTo(expected.get("low").asDouble(), within(.2 * error));
        assertThat(interval.high()).isCloseTo(expected.get("high").asDouble(), within(.2 * error));
        JsonNode normal = Reference.differences().get("normal");
        double errors = normal.get("975").asDouble() + normal.get("80").asDouble();
        assertThat(difference.smallestDetectable().orElseThrow())
                .isCloseTo(errors * error, within(.08 * errors * error));
        assertThat(difference.test()).contains(SignedRank.test(Reference.doubles(expected.get("by-subject"))));
    }

    @Test
    void agreesWithTheFormulaForTheAccuracyOverBeats() {
        PairedBeats beats = beats(.9, .8, 3);
        PairedDifference difference = PairedDifference.overBeats(beats, beats.size(), ComparisonMetric.ACCURACY, 1)
                .orElseThrow();
        PairedTest test = difference.test().orElseThrow();
        double size = beats.size();
        double mean = (test.higher() - test.lower()) / size;
        double error = Math.sqrt(((test.higher() + test.lower()) / size - mean * mean) / size);
        assertThat(difference.interval().estimate()).isCloseTo(mean, DIGITS);
        assertThat(difference.smallestDetectable().orElseThrow()).isCloseTo(2.8016 * error, within(.15 * error));
        assertThat(difference.interval().low()).isCloseTo(mean - 1.96 * error, within(.25 * error));
        assertThat(difference.interval().high()).isCloseTo(mean + 1.96 * error, within(.25 * error));
    }

    @Property(tries = 20, seed = "1")
    void holdsItsEstimateAndTurnsAround(
            @ForAll ComparisonMetric metric,
            @ForAll @DoubleRange(max = 1) double right,
            @ForAll @IntRange(min = 1, max = 12) int subjects,
            @ForAll long seed) {
        Answers first = Matrices.answers(subjects, right, seed);
        Answers second = Matrices.answers(subjects, 1 - right, seed + 1);
        isMirrored(
                PairedDifference.overSubjects(scores(first, metric), scores(second, metric)),
                PairedDifference.overSubjects(scores(second, metric), scores(first, metric)));
        isMirrored(overBeats(first, second, metric), overBeats(second, first, metric));
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingBetweenAClassifierAndItself(ComparisonMetric metric) {
        Answers answers = Matrices.answers(9, .7, 1);
        PairedDifference overSubjects = PairedDifference.overSubjects(scores(answers, metric), scores(answers, metric));
        assertThat(overSubjects.interval()).isEqualTo(new Interval(0, 0, 0));
        assertThat(overSubjects.smallestDetectable()).isEmpty();
        assertThat(overSubjects.test()).contains(new PairedTest(0, 9, 0, 0, 1));
        assertThat(overSubjects.equivalence(1)).contains(new Equivalence(0, 1, 0));
        assertThat(overSubjects.decision(1)).isEqualTo(PairedDecision.NOT_TOLD_APART);
        PairedDifference overBeats = overBeats(answers, answers, metric);
        assertThat(overBeats.interval()).isEqualTo(new Interval(0, 0, 0));
        assertThat(overBeats.p()).isEqualTo(1);
        assertThat(overBeats.decision(1)).isEqualTo(PairedDecision.NOT_TOLD_APART);
    }

    @Test
    void overSubjectsIntervalAndTestMustAgree() {
        PairedDifference clear = PairedDifference.overSubjects(
                scores(Matrices.answers(12, .95, 1), ComparisonMetric.ACCURACY),
                scores(Matrices.answers(12, .4, 2), ComparisonMetric.ACCURACY));
        assertThat(clear.decision(.01)).isEqualTo(PairedDecision.FIRST_HIGHER);
        assertThat(clear.decision(.05)).isEqualTo(PairedDecision.NOT_TOLD_APART);
        PairedDifference turned = PairedDifference.overSubjects(
                scores(Matrices.answers(12, .4, 2), ComparisonMetric.ACCURACY),
                scores(Matrices.answers(12, .95, 1), ComparisonMetric.ACCURACY));
        assertThat(turned.decision(.01)).isEqualTo(PairedDecision.SECOND_HIGHER);
    }

    /** One subject with many beats decides all beats together, the others decide the ranks. */
    @Test
    void overSubjectsOnePointingTheOtherWayIsNotEnough() {
        List<long[]> first = new ArrayList<>();
        List<long[]> second = new ArrayList<>();
        for (int subject = 0; subject < 12; subject++) {
            long beats = subject == 0 ? 10_000 : 10;
            boolean better = subject == 0;
            first.add(new long[] {better ? beats : 0, better ? 0 : beats, 0, 0, 0, 0, 0, 0, 0});
            second.add(new long[] {better ? 0 : beats, better ? beats : 0, 0, 0, 0, 0, 0, 0, 0});
        }
        PairedDifference difference = PairedDifference.overSubjects(
                SubjectScores.of(Matrices.of(first), ComparisonMetric.ACCURACY, 1),
                SubjectScores.of(Matrices.of(second), ComparisonMetric.ACCURACY, 1));
        assertThat(difference.interval().estimate()).isPositive();
        assertThat(difference.test().orElseThrow().effect()).isNegative();
        assertThat(difference.decision(.001)).isEqualTo(PairedDecision.NOT_TOLD_APART);
    }

    @Test
    void overBeatsTheTestDecides() {
        Answers good = Matrices.answers(12, .95, 1);
        Answers bad = Matrices.answers(12, .4, 2);
        assertThat(overBeats(good, bad, ComparisonMetric.ACCURACY).decision(.001))
                .isEqualTo(PairedDecision.FIRST_HIGHER);
        assertThat(overBeats(bad, good, ComparisonMetric.ACCURACY).decision(.001))
                .isEqualTo(PairedDecision.SECOND_HIGHER);
        assertThat(overBeats(good, bad, ComparisonMetric.ACCURACY).decision(.2))
                .isEqualTo(PairedDecision.NOT_TOLD_APART);
        assertThat(overBeats(good, bad, ComparisonMetric.MACRO_F1).decision(.001))
                .isEqualTo(PairedDecision.FIRST_HIGHER);
        assertThat(overBeats(bad, good, ComparisonMetric.MACRO_F1).decision(.001))
                .isEqualTo(PairedDecision.SECOND_HIGHER);
        assertThat(overBeats(good, bad, ComparisonMetric.MACRO_F1).decision(.2))
                .isEqualTo(PairedDecision.NOT_TOLD_APART);
        assertThat(overBeats(good, bad, ComparisonMetric.MACRO_F1).p()).isLessThan(1e-6);
        assertThat(overBeats(good, bad, ComparisonMetric.MACRO_F1).test()).isEmpty();
        assertThat(overBeats(good, bad, ComparisonMetric.MACRO_F1).equivalence(1))
                .isEmpty();
        assertThat(overBeats(good, bad, ComparisonMetric.MACRO_F1).isOverSubjects())
                .isFalse();
    }

    @Test
    void oneSubjectHasNoWidth() {
        PairedDifference difference = PairedDifference.overSubjects(
                scores(Matrices.answers(1, .95, 1), ComparisonMetric.MACRO_F1),
                scores(Matrices.answers(1, .4, 2), ComparisonMetric.MACRO_F1));
        assertThat(difference.interval().low()).isEqualTo(difference.interval().high());
        assertThat(difference.smallestDetectable()).isEmpty();
        assertThat(difference.test().orElseThrow().p()).isEqualTo(1);
        assertThat(difference.decision(1)).isEqualTo(PairedDecision.NOT_TOLD_APART);
    }

    @Test
    void lookingTwiceAtTheSameBeatsNarrowsNothing() {
        Answers good = Matrices.answers(12, .8, 1);
        Answers bad = Matrices.answers(12, .7, 2);
        PairedDifference once = overBeats(good, bad, ComparisonMetric.MACRO_F1);
        PairedDifference twice = PairedDifference.overBeats(
                        PairedBeats.of(List.of(good, good), List.of(bad, bad)), 12 * 40, ComparisonMetric.MACRO_F1, 1)
                .orElseThrow();
        assertThat(twice.interval()).isEqualTo(once.interval());
        assertThat(twice.p()).isCloseTo(once.p(), DIGITS);
    }

    @Test
    void noBeatsHaveNoDifference() {
        Answers none = Matrices.answers(2, .8, 1).none();
        assertThat(PairedDifference.overBeats(
                        PairedBeats.of(List.of(none), List.of(none)), 10, ComparisonMetric.ACCURACY, 1))
                .isEmpty();
    }

    @Test
    void refusesScoresOfOtherSubjectsMetricsOrSeeds() {
        Answers answers = Matrices.answers(3, .8, 1);
        SubjectScores scores = scores(answers, ComparisonMetric.ACCURACY);
        assertThatThrownBy(() -> PairedDifference.overSubjects(
                        scores, scores(Matrices.answers(4, .8, 1), ComparisonMetric.ACCURACY)))
                .hasMessageStartingWith("scores of different subjects, yardsticks or seeds cannot be compared");
        assertThatThrownBy(() -> PairedDifference.overSubjects(scores, scores(answers, ComparisonMetric.MACRO_F1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PairedDifference.overSubjects(
                        scores, SubjectScores.of(ConfusionMatrix.bySubject(answers), ComparisonMetric.ACCURACY, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void isMirrored(PairedDifference forth, PairedDifference back) {
        Interval interval = forth.interval();
        assertThat(interval.estimate()).isBetween(interval.low(), interval.high());
        assertThat(back.interval().estimate()).isCloseTo(-interval.estimate(), DIGITS);
        assertThat(back.interval().low()).isCloseTo(-interval.high(), DIGITS);
        assertThat(back.interval().high()).isCloseTo(-interval.low(), DIGITS);
        assertThat(back.p()).isCloseTo(forth.p(), DIGITS);
        assertThat(back.test().map(PairedTest::higher)).isEqualTo(forth.test().map(PairedTest::lower));
    }

    private static SubjectScores scores(JsonNode counts) {
        List<long[]> subjects = counts.valueStream()
                .map(row -> row.valueStream().mapToLong(JsonNode::asLong).toArray())
                .toList();
        return SubjectScores.of(Matrices.of(subjects), ComparisonMetric.MACRO_F1, 1);
    }

    private static SubjectScores scores(Answers answers, ComparisonMetric metric) {
        return SubjectScores.of(ConfusionMatrix.bySubject(answers), metric, 1);
    }

    private static PairedDifference overBeats(Answers first, Answers second, ComparisonMetric metric) {
        return PairedDifference.overBeats(PairedBeats.of(List.of(first), List.of(second)), first.size(), metric, 1)
                .orElseThrow();
    }

    private static PairedBeats beats(double first, double second, long seed) {
        return PairedBeats.of(
                List.of(Matrices.answers(50, first, seed)), List.of(Matrices.answers(50, second, seed + 1)));
    }
}
