package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.beatbench.comparison.Estimate;
import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void hasWilsonsInterval() {
        Estimate share = new Proportion(941, 1_000).share();
        assertThat(share.value()).isEqualTo(0.941);
        // The formula of the paper, worked out separately.
        assertThat(share.low()).isCloseTo(0.924639097, within(1e-6));
        assertThat(share.high()).isCloseTo(0.953985702, within(1e-6));
    }

    @Test
    void staysWithinZeroAndOne() {
        assertThat(new Proportion(0, 5).share().low()).isCloseTo(0, within(1e-12));
        assertThat(new Proportion(5, 5).share().high()).isCloseTo(1, within(1e-12));
    }

    @Test
    void isUnknownIfNothingWasDrawn() {
        assertThat(new Proportion(0, 0).isKnown()).isFalse();
    }
}
