package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.beatbench.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class SubjectScoresTest {

    /** The first has no V at all, and one of its beats was taken for one. */
    private static final List<long[]> THREE =
            List.of(new long[] {8, 1, 1, 0, 0, 0, 0, 0, 0}, new long[] {10, 0, 0, 5, 5, 0, 0, 0, 10}, new long[] {
                0, 0, 0, 0, 0, 0, 0, 3, 1
            });

    private final SortedMap<String, ConfusionMatrix> answers = Matrices.of(THREE);

    @Test
    void theMacroF1OfASubjectIsOverTheClassesItHas() {
        SubjectScores scores = SubjectScores.of(answers, ComparisonMetric.MACRO_F1, 1);
        assertThat(scores.score(0)).isCloseTo(16 / 18.0, within(1e-12));
        assertThat(scores.score(1)).isCloseTo((20 / 25.0 + 10 / 15.0 + 1) / 3, within(1e-12));
        assertThat(scores.score(2)).isCloseTo(2 / 5.0, within(1e-12));
        assertThat(scores.subjects()).containsExactly("s00", "s01", "s02");
    }

    @Test
    void overallIsTheScoreOfAllBeatsTogether() {
        SubjectScores scores = SubjectScores.of(answers, ComparisonMetric.ACCURACY, 1);
        assertThat(scores.overall()).isCloseTo(34 / 44.0, within(1e-12));
        assertThat(scores.interval().estimate()).isEqualTo(scores.overall());
        assertThat(scores.interval())
                .isEqualTo(Bootstrap.bySubject(List.copyOf(answers.values()), ConfusionMatrix::accuracy, 1)
                        .orElseThrow()
                        .widened());
    }

    @Test
    void theWorstTenthIsAtLeastOneSubject() {
        SubjectScores scores = SubjectScores.of(answers, ComparisonMetric.ACCURACY, 1);
        assertThat(scores.worstTenth()).containsExactly(2);
        assertThat(scores.meanOfWorstTenth()).isCloseTo(.25, within(1e-12));
    }

    @Test
    void theWorstTenthIsRoundedUp() {
        List<long[]> eleven = new ArrayList<>();
        for (int subject = 0; subject < 11; subject++) {
            eleven.add(new long[] {subject, 10 - subject, 0, 0, 0, 0, 0, 0, 0});
        }
        SubjectScores scores = SubjectScores.of(Matrices.of(eleven), ComparisonMetric.ACCURACY, 1);
        assertThat(scores.worstTenth()).containsExactly(0, 1);
        assertThat(scores.meanOfWorstTenth()).isCloseTo(.05, within(1e-12));
        assertThat(scores.sample().mean()).isCloseTo(.5, within(1e-12));
    }

    @Test
    void needsSubjectsWithBeats() {
        assertThatThrownBy(() -> SubjectScores.of(new TreeMap<>(), ComparisonMetric.ACCURACY, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SubjectScores.of(Matrices.of(List.of(new long[9])), ComparisonMetric.ACCURACY, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
