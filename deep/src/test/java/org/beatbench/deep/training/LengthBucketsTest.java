package org.beatbench.deep.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LengthBucketsTest {

    private final Beats beats = ToyTask.beats(23, 0.1, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 30})
    void dealsEveryRowOnceAndEvenly(int workers) {
        int[][] dealt = LengthBuckets.dealt(beats, IntStream.range(3, 23), workers);
        assertThat(dealt).hasNumberOfRows(workers);
        assertThat(Arrays.stream(dealt).flatMapToInt(Arrays::stream).sorted().toArray())
                .isEqualTo(IntStream.range(3, 23).toArray());
        int[] shares = Arrays.stream(dealt).mapToInt(share -> share.length).toArray();
        assertThat(Arrays.stream(shares).max().orElseThrow()
                        - Arrays.stream(shares).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void putsTheLongestFirst() {
        for (int[] share : LengthBuckets.dealt(beats, IntStream.range(0, 23), 2)) {
            int[] lengths = Arrays.stream(share)
                    .map(row -> beats.beat(row).unpaddedLength())
                    .toArray();
            for (int i = 1; i < lengths.length; i++) {
                assertThat(lengths[i]).isLessThanOrEqualTo(lengths[i - 1]);
            }
        }
    }
}
