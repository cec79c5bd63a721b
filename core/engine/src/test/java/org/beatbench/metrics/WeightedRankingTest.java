package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.beatbench.answers.AnsweredBeat;
import org.beatbench.answers.Answers;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.metrics.WeightedRanking.Areas;
import org.junit.jupiter.api.Test;

class WeightedRankingTest {

    private static final Offset<Double> DIGITS = within(1e-12);

    private static Answers answers(long seed, int size, int levels) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AnsweredBeat> beats = new ArrayList<>();
        Rows.Builder rows = Rows.builder(2);
        for (int i = 0; i < size; i++) {
            double probability = random.nextInt(levels + 1) / (double) levels;
            beats.add(new AnsweredBeat(i, "", "", -1, random.nextDouble() < probability ? 0 : 1));
            rows.add(new float[] {(float) probability, (float) (1 - probability)});
        }
        return Answers.of(List.of("N", "V"), beats, Predictions.of(rows.build()));
    }

    @Property(seed = "1")
    void countingABeatSoOftenIsHavingItSoOften(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 100) int size,
            @ForAll @IntRange(min = 1, max = 50) int levels) {
        Answers answers = answers(seed, size, levels);
        int[] times = new SplittableRandom(seed + 1).ints(size, 0, 4).toArray();
        int[] repeated = IntStream.range(0, size)
                .flatMap(answer -> IntStream.generate(() -> answer).limit(times[answer]))
                .toArray();
        Ranking expected = Ranking.of(answers.select(Selection.of(repeated)), 0);

        Areas areas = WeightedRanking.of(
                        List.of(answers), 0, IntStream.range(0, size).toArray())
                .areas(times);
        assertThat(areas.roc()).isCloseTo(expected.areaUnderRoc().orElse(Double.NaN), DIGITS);
        assertThat(areas.precision()).isCloseTo(expected.averagePrecision().orElse(Double.NaN), DIGITS);
    }

    @Test
    void ranksSeveralPartsTogether() {
        Answers one = answers(1, 40, 10);
        Answers other = answers(2, 40, 10);
        int[] units = new int[80];
        Arrays.fill(units, 40, 80, 1);
        WeightedRanking ranking = WeightedRanking.of(List.of(one, other), 0, units);

        assertThat(ranking.areas(1, 1).roc())
                .isCloseTo(Ranking.of(one.and(other), 0).areaUnderRoc().orElseThrow(), DIGITS);
        assertThat(ranking.areas(0, 3).roc())
                .isCloseTo(Ranking.of(other, 0).areaUnderRoc().orElseThrow(), DIGITS);
    }

    @Test
    void knowsNoAreaWhereThereIsNone() {
        assertThat(WeightedRanking.of(List.of(), 0).areas()).isEqualTo(new Areas(Double.NaN, Double.NaN));
        assertThat(WeightedRanking.of(List.of(answers(1, 2, 1)), 0, 0, 1).areas(0, 0))
                .isEqualTo(new Areas(Double.NaN, Double.NaN));
    }

    @Test
    void everyAnswerHasAUnit() {
        List<Answers> parts = List.of(answers(1, 2, 1));
        assertThatThrownBy(() -> WeightedRanking.of(parts, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 units for 2 answers");
    }
}
