package org.beatbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.beatbench.api.Rows;
import org.junit.jupiter.api.Test;

class ColumnStatisticsTest {

    private final ColumnStatistics columns = ColumnStatistics.of(
            Rows.of(new float[] {-1, 0, 7, 1, 1, 7, Float.NaN, 0.5f, 7, 9, 9, 9}, 3), new int[] {0, 1, 2});

    @Test
    void knowsTheRangeOfEachColumn() {
        assertThat(columns.varying()).containsExactly(0, 1);
        assertThat(columns.reaches(0, -1, 1, 0)).isTrue();
        assertThat(columns.reaches(1, 0, 1, 0)).isTrue();
        assertThat(columns.reaches(1, 0, 1.1, 0.01)).isFalse();
    }

    /** Of -1 and 1 the mean is 0 and the deviation 1, or the root of 2 with n - 1 in the denominator. */
    @Test
    void knowsColumnsOfMeanZeroAndDeviationOne() {
        assertThat(columns.isStandard(0, 1e-12)).isTrue();
        assertThat(columns.isStandard(1, 1e-4)).isFalse();
        float root = (float) Math.sqrt(0.5);
        assertThat(ColumnStatistics.of(Rows.of(new float[] {-root, root}, 1), new int[] {0, 1})
                        .isStandard(0, 1e-6))
                .isTrue();
    }
}
