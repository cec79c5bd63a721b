package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.metrics.Area;
import org.beatbench.metrics.Ranking;
import org.beatbench.protocol.Draws;
import org.junit.jupiter.api.Test;

class PairedAreasTest {

    private static final Offset<Double> DIGITS = within(1e-12);
    private static final int SUBJECTS = 8;
    private static final int EACH = 30;

    private final Answers better = answers(0.5, 1);
    private final Answers worse = answers(0.2, 2);

    /** Answers to the same beats of three classes whatever the seed, with some equal probabilities. */
    private static Answers answers(double skill, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder rows = Rows.builder(3);
        for (int beat = 0; beat < SUBJECTS * EACH; beat++) {
            int truth = beat % 5 == 0 ? 2 : beat % 3 == 0 ? 1 : 0;
            String subject = "s" + beat / EACH;
            beats.add(new AnsweredBeat(beat, subject, subject, beat, truth));
            float[] row = new float[3];
            for (int label = 0; label < 3; label++) {
                row[label] = (float) Math.round(10 * (random.nextDouble() + (label == truth ? skill : 0))) + 1;
            }
            float sum = row[0] + row[1] + row[2];
            rows.add(new float[] {row[0] / sum, row[1] / sum, row[2] / sum});
        }
        return Answers.of(List.of("N", "S", "V"), beats, Predictions.of(rows.build()));
    }

    private PairedAreas overSubjects() {
        return PairedAreas.overSubjects(List.of(better), List.of(worse), 1);
    }

    private PairedAreas overBeats() {
        return PairedAreas.overBeats(List.of(better), List.of(worse), better.size(), 1);
    }

    private static OptionalDouble mean(Answers answers, Function<Ranking, OptionalDouble> area) {
        return IntStream.range(0, 3)
                .mapToObj(label -> area.apply(Ranking.of(answers, label)))
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    /** The interval of a difference as it is defined: every resample is put together, beat by beat, and ranked anew. */
    private Interval expected(Function<Answers, OptionalDouble> figure) {
        Draws draws = Draws.of(1, "bootstrap/subjects");
        double[] differences = new double[Bootstrap.RESAMPLES];
        for (int i = 0; i < differences.length; i++) {
            Selection drawn = Selection.of(IntStream.range(0, SUBJECTS)
                    .map(any -> draws.below(SUBJECTS))
                    .flatMap(subject -> IntStream.range(subject * EACH, (subject + 1) * EACH))
                    .toArray());
            differences[i] = figure.apply(better.select(drawn)).orElseThrow()
                    - figure.apply(worse.select(drawn)).orElseThrow();
        }
        return Bootstrap.interval(
                figure.apply(better).orElseThrow() - figure.apply(worse).orElseThrow(), differences);
    }

    private static void assertEqual(Interval actual, Interval expected) {
        assertThat(actual.low()).isCloseTo(expected.low(), DIGITS);
        assertThat(actual.estimate()).isCloseTo(expected.estimate(), DIGITS);
        assertThat(actual.high()).isCloseTo(expected.high(), DIGITS);
    }

    @Test
    void ranksEveryResampleOfSubjectsAnew() {
        PairedAreas areas = overSubjects();

        for (int label = 0; label < 3; label++) {
            int of = label;
            assertEqual(areas.ofClass(label, Area.ROC).orElseThrow(), expected(answers -> Ranking.of(answers, of)
                    .areaUnderRoc()));
            assertEqual(areas.ofClass(label, Area.PRECISION).orElseThrow(), expected(answers -> Ranking.of(answers, of)
                    .averagePrecision()));
        }
        assertEqual(areas.mean(Area.ROC).orElseThrow(), expected(answers -> mean(answers, Ranking::areaUnderRoc)));
        assertEqual(
                areas.mean(Area.PRECISION).orElseThrow(),
                expected(answers -> mean(answers, Ranking::averagePrecision)));
    }

    /** E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44 (1988): the variance of the difference of two areas. */
    @Test
    void isAsWideOverBeatsAsTheFormulaOfDeLongSays() {
        int[] own = IntStream.range(0, better.size())
                .filter(i -> better.truth(i) == 2)
                .toArray();
        int[] others = IntStream.range(0, better.size())
                .filter(i -> better.truth(i) != 2)
                .toArray();
        double[] ofOwn = new double[own.length];
        double[] ofOthers = new double[others.length];
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < others.length; j++) {
                double less = won(better, own[i], others[j]) - won(worse, own[i], others[j]);
                ofOwn[i] += less / others.length;
                ofOthers[j] += less / own.length;
            }
        }
        double variance = Math.pow(Sample.of(ofOwn).deviation().orElseThrow(), 2) / own.length
                + Math.pow(Sample.of(ofOthers).deviation().orElseThrow(), 2) / others.length;
        Interval interval = overBeats().ofClass(2, Area.ROC).orElseThrow();

        assertThat((interval.high() - interval.low()) / (2 * 1.96 * Math.sqrt(variance)))
                .isCloseTo(1, within(0.06));
        assertThat(interval.estimate())
                .isCloseTo(
                        Ranking.of(better, 2).areaUnderRoc().orElseThrow()
                                - Ranking.of(worse, 2).areaUnderRoc().orElseThrow(),
                        DIGITS);
    }

    private static double won(Answers answers, int own, int other) {
        return (1 + Math.signum(answers.probability(own, 2) - answers.probability(other, 2))) / 2;
    }

    @Test
    void lookingAgainNarrowsNothing() {
        Interval once = overBeats().ofClass(0, Area.ROC).orElseThrow();
        Interval twice = PairedAreas.overBeats(List.of(better, better), List.of(worse, worse), better.size(), 1)
                .ofClass(0, Area.ROC)
                .orElseThrow();

        assertThat(twice.estimate()).isCloseTo(once.estimate(), DIGITS);
        assertThat((twice.high() - twice.low()) / (once.high() - once.low())).isCloseTo(1, within(0.1));
    }

    @Test
    void theClassifiersChangingPlacesChangesTheSignOnly() {
        Interval there = overSubjects().ofClass(1, Area.PRECISION).orElseThrow();
        Interval back = PairedAreas.overSubjects(List.of(worse), List.of(better), 1)
                .ofClass(1, Area.PRECISION)
                .orElseThrow();

        assertEqual(new Interval(-back.high(), -back.estimate(), -back.low()), there);
    }

    @Test
    void findsNothingBetweenAnswersAndThemselves() {
        PairedAreas same = PairedAreas.overBeats(List.of(better), List.of(better), better.size(), 1);

        assertThat(same.ofClass(0, Area.ROC)).contains(new Interval(0, 0, 0));
        assertThat(same.mean(Area.PRECISION)).contains(new Interval(0, 0, 0));
    }

    @Test
    void aClassWithoutBeatsHasNoArea() {
        Selection some = Selection.where(better.size(), answer -> better.truth(answer) != 2);
        PairedAreas areas = PairedAreas.overSubjects(List.of(better.select(some)), List.of(worse.select(some)), 1);

        assertThat(areas.ofClass(2, Area.ROC)).isEmpty();
        assertThat(areas.ofClass(2, Area.PRECISION)).isEmpty();
        assertThat(areas.mean(Area.ROC)).as("of the others").isPresent();
        assertThat(PairedAreas.overBeats(List.of(better.none()), List.of(worse.none()), 0, 1)
                        .mean(Area.ROC))
                .isEmpty();
    }

    @Test
    void refusesAnswersToOtherBeats() {
        Selection backwards = Selection.of(IntStream.range(0, better.size())
                .map(i -> better.size() - 1 - i)
                .toArray());

        assertThatThrownBy(() -> PairedAreas.overSubjects(List.of(better), List.of(worse.select(backwards)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
