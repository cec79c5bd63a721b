package org.beatbench.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.junit.jupiter.api.Test;

class TestSampleTest {

    private static final List<String> CLASSES = List.of("A", "B", "C", "D");

    private static Beats beats(int... counts) {
        Beats.Builder beats = Beats.builder(CLASSES, 1);
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                beats.add(new float[1], Beat.anonymous(label, 1));
            }
        }
        return beats.build();
    }

    private static Selection all(Beats beats) {
        return Selection.where(beats.size(), row -> true);
    }

    private static int[] drawn(Beats beats, Set<String> unscored, int wanted) {
        return beats.select(TestSample.of(beats, all(beats), unscored, wanted, 1))
                .classCounts();
    }

    @Test
    void drawsRareClassesMoreOften() {
        Beats beats = beats(9_000, 600, 350, 50);

        assertThat(drawn(beats, Set.of(), 1_200)).containsExactly(884, 144, 122, 50);
    }

    @Test
    void drawsNothingOfClassesThatAreNotScored() {
        assertThat(drawn(beats(900, 60, 40, 50), Set.of("D", "E"), 300))
                .endsWith(0)
                .doesNotContain(300);
    }

    @Test
    void drawsAllThereAreIfTheyAreFew() {
        assertThat(drawn(beats(30, 0, 4, 2), Set.of(), 50)).containsExactly(30, 0, 4, 2);
    }

    @Test
    void drawsOtherBeatsForAnotherSeedAndEachOnce() {
        Beats beats = beats(500, 100, 100, 100);
        Selection twice = all(beats).and(all(beats));
        Selection one = TestSample.of(beats, twice, Set.of(), 200, 1);

        assertThat(one).isEqualTo(TestSample.of(beats, all(beats), Set.of(), 200, 1));
        assertThat(one).isNotEqualTo(TestSample.of(beats, all(beats), Set.of(), 200, 2));
        assertThat(one.stream()).doesNotHaveDuplicates().isSorted();
    }

    @Property(tries = 100, seed = "1")
    void drawsAsManyAsAreWantedAndOfEachClassItsShare(
            @ForAll @Size(4) List<@IntRange(max = 900) Integer> counts,
            @ForAll @IntRange(min = 1, max = 1_500) int wanted,
            @ForAll long seed) {
        Beats beats = beats(counts.stream().mapToInt(Integer::intValue).toArray());
        Selection test = Selection.where(beats.size(), row -> row % 3 != 0);

        Selection drawn = TestSample.of(beats, test, Set.of(), wanted, seed);

        assertThat(drawn.size()).isEqualTo(Math.min(wanted, test.size()));
        assertThat(test.stream().boxed()).containsAll(drawn.stream().boxed().toList());
        int[] possible = beats.select(test).classCounts();
        int[] got = beats.select(drawn).classCounts();
        long classes = IntStream.of(possible).filter(count -> count > 0).count();
        for (int label = 0; label < got.length && classes > 0 && wanted >= 3 * classes; label++) {
            assertThat(got[label]).isGreaterThanOrEqualTo((int) Math.min(possible[label], wanted / 3 / classes));
        }
    }
}
