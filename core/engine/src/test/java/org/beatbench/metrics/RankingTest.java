package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void equallyProbableBeatsArePartedByNoThreshold() {
        Ranking ranking = ranking(new double[] {.9, .5, .5, .5, .1}, true, true, false, false, true);
        assertThat(ranking.roc()).containsExactly(at(0, 0), at(0, 1 / 3.0), at(1, 2 / 3.0), at(1, 1));
        assertThat(ranking.precisionRecall())
                .containsExactly(
                        at(0, 1), at(1 / 3.0, 1), at(1 / 3.0, .5), at(2 / 3.0, .5), at(2 / 3.0, .6), at(1, .6));
        assertThat(ranking.share()).isEqualTo(.6);
    }

    @Test
    void answersThatKnowNothingLieOnTheLinesOfChance() {
        Ranking ranking = ranking(new double[] {.5, .5, .5, .5}, true, false, false, false);
        assertThat(ranking.roc()).containsExactly(at(0, 0), at(1, 1));
        assertThat(ranking.precisionRecall()).containsExactly(at(0, ranking.share()), at(1, ranking.share()));
    }

    @Test
    void aCurveThatIsNotDefinedHasNoPoints() {
        Ranking without = ranking(new double[] {.9, .1}, false, false);
        assertThat(without.roc()).isEmpty();
        assertThat(without.precisionRecall()).isEmpty();
        Ranking nothingElse = ranking(new double[] {.9, .1}, true, true);
        assertThat(nothingElse.roc()).isEmpty();
        assertThat(nothingElse.precisionRecall()).containsExactly(at(0, 1), at(.5, 1), at(.5, 1), at(1, 1));
        assertThat(ranking(new double[] {}).share()).isZero();
    }

    @Property(seed = "1")
    void theAreaUnderADrawnCurveIsTheFigureThatIsNamed(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll @IntRange(min = 1, max = 50) int levels) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] probabilities = random.ints(size, 0, levels + 1)
                .mapToDouble(level -> level / (double) levels)
                .toArray();
        boolean[] own = new boolean[size];
        for (int i = 0; i < size; i++) {
            own[i] = i == 0 || (i > 1 && random.nextDouble() < probabilities[i]);
        }
        Ranking ranking = ranking(probabilities, own);
        assertThat(area(ranking.roc())).isCloseTo(ranking.areaUnderRoc().orElseThrow(), within(1e-12));
        assertThat(area(ranking.precisionRecall()))
                .isCloseTo(ranking.averagePrecision().orElseThrow(), within(1e-12));
    }

    /** The area between a line and the horizontal axis. */
    static double area(List<Ranking.Point> line) {
        double area = 0;
        for (int i = 1; i < line.size(); i++) {
            area += (line.get(i).x() - line.get(i - 1).x())
                    * (line.get(i).y() + line.get(i - 1).y())
                    / 2;
        }
        return area;
    }

    private static Ranking.Point at(double x, double y) {
        return new Ranking.Point(x, y);
    }

    private static Ranking ranking(double[] probabilities, boolean... own) {
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder rows = Rows.builder(2);
        for (int i = 0; i < own.length; i++) {
            beats.add(new AnsweredBeat(i, "", "", -1, own[i] ? 0 : 1));
            rows.add(new float[] {(float) probabilities[i], (float) (1 - probabilities[i])});
        }
        return Ranking.of(Answers.of(List.of("N", "V"), beats, Predictions.of(rows.build())), 0);
    }
}
