package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClassProbabilitiesTest {

    @Test
    void keepsTheWinnerWhereRoundingMakesATie() {
        ClassProbabilities shares = new ClassProbabilities(1, 3);
        shares.set(0, new double[] {0.4, 0.4 + 1e-12, 0.2 - 1e-12}, 1);
        assertThat(shares.predictions().label(0)).isEqualTo(1);
        assertThat(shares.predictions().probability(0, 1)).isEqualTo(Math.nextUp(0.4f));
    }

    @Test
    void leavesProbabilitiesAloneOtherwise() {
        ClassProbabilities shares = new ClassProbabilities(1, 2);
        shares.set(0, new double[] {0.25, 0.75}, 1);
        assertThat(shares.predictions().probabilities().toArray()).containsExactly(0.25f, 0.75f);
    }
}
