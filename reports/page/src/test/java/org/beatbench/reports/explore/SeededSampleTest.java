package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;

class SeededSampleTest {

    @Test
    void drawsTheSameEveryTime() {
        int[] rows = IntStream.range(0, 100).toArray();
        int[] drawn = SeededSample.of(rows, 10, "test");
        assertThat(drawn).hasSize(10).isSorted().doesNotHaveDuplicates();
        assertThat(SeededSample.of(rows, 10, "test")).isEqualTo(drawn);
        assertThat(SeededSample.of(rows, 10, "other")).isNotEqualTo(drawn);
        assertThat(SeededSample.of(rows, 1_000, "test")).isEqualTo(rows);
    }

    @Test
    void whatASmallClassCannotFillGoesToTheLarger() {
        assertThat(SeededSample.quotas(new int[] {100, 2, 0, 50}, 60)).containsExactly(29, 2, 0, 29);
        assertThat(SeededSample.quotas(new int[] {3, 2}, 60)).containsExactly(3, 2);
    }

    @Property(seed = "1")
    void quotasFillWhatThereIs(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 50) Integer> sizes,
            @ForAll @IntRange(max = 300) int most) {
        int[] counts = sizes.stream().mapToInt(Integer::intValue).toArray();
        int[] quotas = SeededSample.quotas(counts, most);
        assertThat(Arrays.stream(quotas).sum())
                .isEqualTo(Math.min(most, Arrays.stream(counts).sum()));
        assertThat(IntStream.range(0, counts.length)).allMatch(label -> quotas[label] <= counts[label]);
    }

    @Test
    void drawsEvenlyFromClasses() {
        Beats beats = Toys.mixed(40, 3, 40);
        int[] drawn = SeededSample.even(beats, IntStream.range(0, beats.size()).toArray(), 23, "test");
        assertThat(drawn).doesNotHaveDuplicates();
        assertThat(Arrays.stream(drawn).map(beats::label).filter(label -> label == 0))
                .hasSize(10);
        assertThat(Arrays.stream(drawn).map(beats::label).filter(label -> label == 1))
                .hasSize(3);
    }
}
