package org.beatbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Rows;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;

class ByBeatTest {

    private final Protocol protocol = Protocols.of("beats");

    @Test
    void hasThePublishedSizes() {
        Beats beats = MitLike.beats();
        Split split = only(beats, 1);
        assertThat(counts(beats, split.test())).containsExactly(18_118, 556, 1_448, 162, 1_608);
        assertThat(counts(beats, split.trainingAndValidation())).containsExactly(72_471, 2_223, 5_788, 641, 6_431);
        assertThat(counts(beats, split.validation())).containsExactly(7_247, 222, 579, 64, 643);
    }

    @Test
    void dividesAnotherWayWithAnotherSeed() {
        Beats beats = MitLike.anonymous(100, 50);
        assertThat(only(beats, 1)).isEqualTo(only(beats, 1)).isNotEqualTo(only(beats, 2));
    }

    @Test
    void keepsAGivenDivision() {
        Beats beats = given("train", "train", "test", "train", "test", "train");
        Split split = only(beats, 5);
        assertThat(split.test()).isEqualTo(Selection.of(2, 4));
        assertThat(split.trainingAndValidation().stream().sorted()).containsExactly(0, 1, 3, 5);
    }

    @Test
    void doesNotTakeOtherRecordsForAGivenDivision() {
        Beats beats = given("train", "train", "test", "train", "other", "train");
        assertThat(only(beats, 5).test().size()).isEqualTo(2);
    }

    @Test
    void refusesBeatsWithoutAClass() {
        Beats beats = MitLike.anonymous(3, 3).sealed();
        assertThatThrownBy(() -> protocol.splits(beats, 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("beat 0");
    }

    @Test
    void refusesTooFewBeats() {
        assertThatThrownBy(() -> protocol.splits(MitLike.anonymous(1, 1), 1))
                .isInstanceOf(UserError.class)
                .hasMessage("protocol beats leaves 2 rows for training and 0 rows for test");
    }

    @Property(tries = 200, seed = "1")
    void usesEveryBeatOnceAndKeepsTheMixture(
            @ForAll @Size(min = 2, max = 5) List<@IntRange(max = 300) Integer> counts, @ForAll long seed) {
        int[] perClass = counts.stream().mapToInt(count -> count + 2).toArray();
        Beats beats = MitLike.anonymous(perClass);
        Split split = only(beats, seed);
        assertThat(split.trainingAndValidation().and(split.test()).stream().sorted())
                .containsExactly(IntStream.range(0, beats.size()).boxed().toArray(Integer[]::new));
        int[] test = counts(beats, split.test());
        for (int label = 0; label < perClass.length; label++) {
            assertThat(test[label]).isEqualTo(Math.max(1, (int) Math.round(0.2 * perClass[label])));
        }
    }

    private Split only(Beats beats, long seed) {
        List<Split> splits = protocol.splits(beats, seed);
        assertThat(splits).hasSize(1);
        return splits.get(0);
    }

    private static int[] counts(Beats beats, Selection rows) {
        return beats.select(rows).classCounts();
    }

    private static Beats given(String... records) {
        return Beats.of(
                List.of("N", "V"),
                Rows.of(new float[records.length], 1),
                IntStream.range(0, records.length)
                        .mapToObj(i -> new Beat(i % 2, 1, Double.NaN, Double.NaN, "", records[i], -1, ""))
                        .toList());
    }
}
