package org.beatbench.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EqualMassTest {

    @Test
    void dividesIntoBinsOfTheSameSizeWhereItCan() {
        assertThat(EqualMass.bins(new float[] {.6f, .1f, .5f, .2f, .4f, .3f}, 3))
                .containsExactly(2, 0, 2, 0, 1, 1);
    }

    @Test
    void neverPartsEqualNumbers() {
        assertThat(EqualMass.bins(new float[] {.5f, .5f, .5f, .5f, .9f, .1f}, 3))
                .containsExactly(0, 0, 0, 0, 1, 0);
        assertThat(EqualMass.bins(new float[] {1, 1, 1}, 15)).containsExactly(0, 0, 0);
    }

    @Test
    void hasNoBinsForNoNumbers() {
        assertThat(EqualMass.bins(new float[0], 15)).isEmpty();
    }

    @Property(tries = 200, seed = "1")
    void keepsTheOrderAndLeavesNoBinEmpty(
            @ForAll @Size(min = 1, max = 60) float[] values, @ForAll @IntRange(min = 1, max = 20) int bins) {
        int[] bin = EqualMass.bins(values, bins);
        int most = IntStream.of(bin).max().orElseThrow();
        assertThat(most).isLessThan(bins);
        assertThat(IntStream.of(bin).distinct().count()).isEqualTo(most + 1L);
        for (int i = 0; i < bin.length; i++) {
            for (int j = 0; j < bin.length; j++) {
                if (values[i] < values[j]) {
                    assertThat(bin[i]).isLessThanOrEqualTo(bin[j]);
                } else if (values[i] == values[j]) {
                    assertThat(bin[i]).isEqualTo(bin[j]);
                }
            }
        }
    }

    @Property(tries = 100, seed = "2")
    void makesBinsOfSizesThatDifferByOneAtMostWhereAllNumbersDiffer(
            @ForAll @IntRange(min = 1, max = 200) int size,
            @ForAll @IntRange(min = 1, max = 15) int bins,
            @ForAll @FloatRange(min = .1f, max = 2) float step) {
        float[] values = new float[size];
        IntStream.range(0, size).forEach(i -> values[i] = i * step);
        Map<Integer, Integer> counts = new HashMap<>();
        IntStream.of(EqualMass.bins(values, bins)).forEach(bin -> counts.merge(bin, 1, Integer::sum));
        int least = counts.values().stream().min(Integer::compare).orElseThrow();
        int most = counts.values().stream().max(Integer::compare).orElseThrow();
        assertThat(most - least).isLessThanOrEqualTo(1);
    }
}
