package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.beatbench.answers.Answers;
import org.beatbench.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {

    private static final Offset<Double> DIGITS = within(1e-12);

    private final Answers better = Matrices.answers(12, 0.8, 1);
    private final Answers worse = Matrices.answers(12, 0.6, 2);

    private static List<ConfusionMatrix> subjects(Answers answers) {
        return List.copyOf(ConfusionMatrix.bySubject(answers).values());
    }

    private static SubjectScores scores(Answers answers, ComparisonMetric metric) {
        return SubjectScores.of(ConfusionMatrix.bySubject(answers), metric, 1);
    }

    private double[] rightLess() {
        return IntStream.range(0, better.size())
                .mapToDouble(i -> (better.predicted(i) == better.truth(i) ? 1 : 0)
                        - (worse.predicted(i) == worse.truth(i) ? 1 : 0))
                .toArray();
    }

    private static void assertEqual(Interval actual, Interval expected) {
        assertThat(actual.low()).isCloseTo(expected.low(), DIGITS);
        assertThat(actual.estimate()).isCloseTo(expected.estimate(), DIGITS);
        assertThat(actual.high()).isCloseTo(expected.high(), DIGITS);
    }

    @Test
    void drawsSubjectsAsTheReportDoes() {
        assertThat(PairedBootstrap.overSubjects(subjects(better), subjects(worse), ConfusionMatrix::macroF1, 1))
                .contains(PairedDifference.overSubjects(
                                scores(better, ComparisonMetric.MACRO_F1), scores(worse, ComparisonMetric.MACRO_F1))
                        .interval());
    }

    @Test
    void drawsBeatsAsTheReportDoes() {
        PairedBeats beats = PairedBeats.of(List.of(better), List.of(worse));

        assertThat(PairedBootstrap.overBeats(beats, 480, ConfusionMatrix::macroF1, 1))
                .isEqualTo(PairedDifference.overBeats(beats, 480, ComparisonMetric.MACRO_F1, 1)
                        .map(PairedDifference::interval));
    }

    @Test
    void countsTheResamplesInWhichTheFirstIsHigher() {
        PairedDifference overSubjects = PairedDifference.overSubjects(
                scores(better, ComparisonMetric.MACRO_F1), scores(worse, ComparisonMetric.MACRO_F1));
        Resamples first = Resamples.bySubject(subjects(better), 1);
        Resamples second = Resamples.bySubject(subjects(worse), 1);
        assertThat(first.higher(second, ConfusionMatrix::macroF1)).hasValue(overSubjects.higher());
        assertThat(second.higher(first, ConfusionMatrix::macroF1).orElseThrow())
                .isCloseTo(1 - overSubjects.higher(), DIGITS);
        assertThat(first.higher(second, matrix -> OptionalDouble.empty())).isEmpty();
        assertThat(overSubjects.higher()).isBetween(0.9, 0.9999);

        Answers alike = Matrices.answers(12, 0.8, 3);
        PairedBeats beats = PairedBeats.of(List.of(better), List.of(alike));
        PairedDifference overBeats = PairedDifference.overBeats(beats, 480, ComparisonMetric.MACRO_F1, 1)
                .orElseThrow();
        double higher = PairedBootstrap.higherOverBeats(beats, 480, ConfusionMatrix::macroF1, 1)
                .orElseThrow();
        assertThat(higher).isEqualTo(overBeats.higher()).isBetween(0.001, 0.999);
        assertThat(higher >= 0.975)
                .as("nearly always, if the interval leaves out 0")
                .isEqualTo(overBeats.interval().low() > 0);
        assertThat(PairedBootstrap.higherOverBeats(beats, 0, ConfusionMatrix::macroF1, 1))
                .isEmpty();

        assertThat(PairedBootstrap.higherOverBeats(beats, 480, matrix -> OptionalDouble.empty(), 1))
                .isEmpty();
    }

    @Test
    void findsTheAccuracyToBeAMean() {
        double[] differences = rightLess();
        List<Double> sums = IntStream.range(0, 12)
                .mapToObj(subject -> IntStream.range(0, 40)
                        .mapToDouble(beat -> differences[40 * subject + beat])
                        .sum())
                .toList();

        assertEqual(
                PairedBootstrap.ofMeansOverSubjects(sums, Collections.nCopies(12, 40L), 1)
                        .orElseThrow(),
                PairedBootstrap.overSubjects(subjects(better), subjects(worse), ConfusionMatrix::accuracy, 1)
                        .orElseThrow());
    }

    @Test
    void agreesWithTheFormulaForAMeanOverBeats() {
        Sample sample = Sample.of(rightLess());
        double error = sample.deviation().orElseThrow() / Math.sqrt(480);
        Interval interval =
                PairedBootstrap.ofMeansOverBeats(480, 1, rightLess()).orElseThrow();

        assertThat(interval.estimate()).isCloseTo(sample.mean(), DIGITS);
        assertThat(interval.low()).isCloseTo(sample.mean() - 1.96 * error, within(0.25 * error));
        assertThat(interval.high()).isCloseTo(sample.mean() + 1.96 * error, within(0.25 * error));
        Interval fewer = PairedBootstrap.ofMeansOverBeats(120, 1, rightLess()).orElseThrow();
        assertThat(fewer.high() - fewer.low())
                .as("a quarter of the beats, twice the width")
                .isCloseTo(2 * (interval.high() - interval.low()), within(0.3 * (interval.high() - interval.low())));
    }

    @Test
    void hasNoWidthWhereNothingDiffers() {
        assertThat(PairedBootstrap.overSubjects(subjects(better), subjects(better), ConfusionMatrix::macroF1, 1))
                .contains(new Interval(0, 0, 0));
        assertThat(PairedBootstrap.overBeats(
                        PairedBeats.of(List.of(better), List.of(better)), 480, ConfusionMatrix::correlation, 1))
                .contains(new Interval(0, 0, 0));
        assertThat(PairedBootstrap.ofMeansOverBeats(3, 1, 0, 0, 0)).contains(new Interval(0, 0, 0));
    }

    @Test
    void leavesOutResamplesWithoutAValue() {
        ConfusionMatrix rare = ConfusionMatrix.of(List.of("N", "V"), 3, 1, 0, 0);
        ConfusionMatrix common = ConfusionMatrix.of(List.of("N", "V"), 3, 0, 1, 2);
        List<ConfusionMatrix> subjects = List.of(rare, common);

        assertThat(PairedBootstrap.overSubjects(subjects, subjects, matrix -> matrix.sensitivity(1), 1))
                .contains(new Interval(0, 0, 0));
        assertThat(PairedBootstrap.overSubjects(List.of(rare), List.of(rare), matrix -> matrix.sensitivity(1), 1))
                .isEmpty();
        assertThat(PairedBootstrap.overSubjects(subjects, subjects, matrix -> OptionalDouble.empty(), 1))
                .isEmpty();
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(PairedBootstrap.overSubjects(List.of(), List.of(), ConfusionMatrix::accuracy, 1))
                .isEmpty();
        assertThat(PairedBootstrap.ofMeansOverSubjects(List.of(), List.of(), 1)).isEmpty();
        assertThat(PairedBootstrap.ofMeansOverBeats(5, 1)).isEmpty();
        assertThat(PairedBootstrap.overBeats(
                        PairedBeats.of(List.of(better.none()), List.of(worse.none())), 0, ConfusionMatrix::accuracy, 1))
                .isEmpty();
    }

    @Test
    void refusesDifferentNumbersOfSubjects() {
        assertThatThrownBy(
                        () -> PairedBootstrap.overSubjects(subjects(better), List.of(), ConfusionMatrix::accuracy, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
