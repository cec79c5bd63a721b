package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinsTest {

    @Test
    void areRoundAndReachTheGreatest() {
        assertThat(Bins.upTo(187, 48)).isEqualTo(new Bins(5, 38));
        assertThat(Bins.upTo(0.9, 40)).isEqualTo(new Bins(0.025, 37));
        assertThat(Bins.upTo(5, 48)).isEqualTo(new Bins(0.2, 26));
        assertThat(Bins.upTo(0, 48)).isEqualTo(new Bins(1, 1));
    }

    @Test
    void holdEveryValue() {
        Bins bins = new Bins(0.5, 3);
        assertThat(bins.shares(new double[] {0, 0.5, 0.9, 99})).containsExactly(0.25, 0.5, 0.25);
        assertThat(bins.shares(new double[0])).containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void aValueOnABorderBelongsToTheBinThatStartsThere() {
        // In binary, .12 / .04 is a little less than 3.
        assertThat(new Bins(0.04, 51).shares(new double[] {0.12}).get(3)).isEqualTo(1);
    }
}
