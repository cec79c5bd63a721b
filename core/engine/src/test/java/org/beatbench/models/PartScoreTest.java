package org.beatbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class PartScoreTest {

    private static final List<String> CLASSES = List.of("A", "B", "C");

    /** Six answers of two subjects, four of them right; none is of class C. */
    private static Answers answers(String first, String second) {
        int[] truth = {0, 0, 0, 1, 1, 1};
        int[] given = {0, 0, 1, 1, 1, 0};
        Rows.Builder rows = Rows.builder(3);
        IntStream.of(given).forEach(label -> rows.add(new float[] {label == 0 ? 1 : 0, label == 1 ? 1 : 0, 0}));
        List<AnsweredBeat> beats = IntStream.range(0, 6)
                .mapToObj(row -> new AnsweredBeat(row, "r", row % 2 == 0 ? first : second, row, truth[row]))
                .toList();
        return Answers.of(CLASSES, beats, Predictions.of(rows.build()));
    }

    @Test
    void saysWhatItIsOf() {
        PartScore score = PartScore.of("test", answers("anna", "bert"), true, "Mind the gap.");

        assertThat(score.unit()).isEqualTo(PartScore.SUBJECT);
        assertThat(score.beats()).isEqualTo(6);
        assertThat(score.subjects()).isEqualTo(2);
        assertThat(score.remark()).isEqualTo("Mind the gap.");
        assertThat(score.majorityRate()).isEqualTo(0.5);
    }

    @Test
    void scoresEveryClassAndAllTogether() {
        PartScore score = PartScore.of("test", answers("anna", "bert"), true, "");

        assertThat(score.accuracy().estimate()).isEqualTo(4 / 6.0);
        assertThat(score.macroF1().estimate()).isEqualTo((4 / 6.0 + 4 / 6.0) / 2);
        assertThat(score.classes())
                .containsExactly(
                        new ClassScore("A", 3, 2 / 3.0, 2 / 3.0, 4 / 6.0, null),
                        new ClassScore("B", 3, 2 / 3.0, 2 / 3.0, 4 / 6.0, null),
                        new ClassScore("C", 0, null, null, null, null));
    }

    @Test
    void takesBeatsForTheUnitWhereSubjectsWereNotKeptApartOrAreUnknown() {
        assertThat(PartScore.of("test", answers("anna", "bert"), false, ""))
                .matches(score -> score.unit().equals(PartScore.BEAT) && score.subjects() == 2);
        assertThat(PartScore.of("test", answers("anna", ""), true, ""))
                .matches(score -> score.unit().equals(PartScore.BEAT) && score.subjects() == 0);
        assertThat(PartScore.of("rows", ConfusionMatrix.of(answers("", "")), ""))
                .isEqualTo(PartScore.of("rows", answers("", ""), false, ""));
    }

    @Test
    void hasIntervalsThatHoldTheirFigure() {
        PartScore score = PartScore.of("test", answers("anna", "bert"), true, "");

        assertThat(score.macroF1().estimate())
                .isBetween(score.macroF1().low(), score.macroF1().high());
        PartScore byBeat = PartScore.of("test", answers("anna", "bert"), false, "");
        assertThat(byBeat.accuracy().low()).isLessThan(byBeat.accuracy().estimate());
        assertThat(byBeat.accuracy().high()).isGreaterThan(byBeat.accuracy().estimate());
    }

    @Test
    void isEmptyWhereNothingWasAnswered() {
        PartScore score = PartScore.of("test", answers("a", "b").none(), true, "");

        assertThat(score.macroF1()).isNull();
        assertThat(score.accuracy()).isNull();
        assertThat(score.majorityRate()).isNull();
    }
}
