package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.beatbench.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MeanRanksTest {

    @Test
    void agreesWithSciPy() throws IOException {
        for (JsonNode expected : Reference.differences().get("friedman")) {
            MeanRanks ranks = MeanRanks.of(
                    expected.get("scores").valueStream().map(Reference::doubles).toArray(double[][]::new));
            assertThat(ranks.ranks().stream().mapToDouble(Double::doubleValue).toArray())
                    .containsExactly(Reference.doubles(expected.get("ranks")), within(1e-9));
            assertThat(ranks.chiSquare()).isCloseTo(expected.get("chi-square").asDouble(), within(1e-9));
            assertThat(ranks.p()).isCloseTo(expected.get("p").asDouble(), within(1e-9));
        }
    }

    /** Four classifiers on 14 data sets have a critical difference of 1.25 in the example of Demšar 2006. */
    @Test
    void agreesWithThePublishedExample() {
        double[] any = new double[14];
        assertThat(MeanRanks.of(any, any, any, any).criticalDifference()).isCloseTo(1.25, within(.005));
    }

    @Test
    void ofTwoClassifiersItIsTheSignTest() {
        MeanRanks ranks = MeanRanks.of(new double[] {1, 1, 1, 0, 2}, new double[] {0, 0, 0, 1, 2});
        assertThat(ranks.ranks()).containsExactly(1.3, 1.7);
        assertThat(ranks.chiSquare()).isCloseTo((3 - 1) * (3 - 1) / 4.0, within(1e-12));
    }

    @Test
    void classifiersThatTieEverywhereShareTheirRanks() {
        MeanRanks ranks = MeanRanks.of(new double[3], new double[3], new double[3]);
        assertThat(ranks).isEqualTo(new MeanRanks(List.of(2.0, 2.0, 2.0), 3, 0, 1));
        assertThat(MeanRanks.of(new double[] {.3}, new double[] {.1 + .2}).chiSquare())
                .isZero();
    }

    @Test
    void ranksScoresOfTheSameSubjects() {
        SubjectScores good =
                SubjectScores.of(ConfusionMatrix.bySubject(Matrices.answers(6, .9, 1)), ComparisonMetric.ACCURACY, 1);
        SubjectScores bad =
                SubjectScores.of(ConfusionMatrix.bySubject(Matrices.answers(6, .3, 2)), ComparisonMetric.ACCURACY, 1);
        assertThat(MeanRanks.of(List.of(bad, good)).ranks()).containsExactly(2.0, 1.0);
        SubjectScores others =
                SubjectScores.of(ConfusionMatrix.bySubject(Matrices.answers(7, .9, 1)), ComparisonMetric.ACCURACY, 1);
        assertThatThrownBy(() -> MeanRanks.of(List.of(good, others)))
                .hasMessageStartingWith("classifiers must be scored on the same subjects");
    }

    @Test
    void refusesWhatCannotBeRanked() {
        assertThatThrownBy(() -> MeanRanks.of(new double[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MeanRanks.of(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MeanRanks.of(new double[3], new double[2]))
                .hasMessage("classifiers must be scored on the same subjects");
    }
}
