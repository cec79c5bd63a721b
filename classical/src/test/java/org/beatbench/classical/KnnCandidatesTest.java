package org.beatbench.classical;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KnnCandidatesTest {

    private final KnnCandidates nearest = new KnnCandidates(2);

    @Test
    void keepsTheNearestInOrder() {
        add(3, 0);
        add(1, 1);
        add(2, 2);
        assertThat(nearest.distance(0)).isEqualTo(1);
        assertThat(nearest.label(1)).isEqualTo(2);
        assertThat(nearest.furthest()).isEqualTo(2);
        assertThat(nearest.settled()).isTrue();
    }

    @Test
    void isFarFromAllUntilFull() {
        add(3, 0);
        assertThat(nearest.furthest()).isInfinite();
    }

    @Test
    void isUnsettledWhenABeatOfAnotherClassHasToStayOutside() {
        add(1, 0);
        add(2, 0);
        add(2, 1);
        assertThat(nearest.settled()).isFalse();
    }

    @Test
    void doesNotMindWhichOfTheSameClassStaysOutside() {
        add(2, 0);
        add(2, 0);
        add(2, 0);
        add(1, 1);
        assertThat(nearest.settled()).isTrue();
    }

    @Test
    void isUnsettledWhenADroppedBeatWasAsNear() {
        add(2, 0);
        add(2, 1);
        add(1, 0);
        assertThat(nearest.settled()).isFalse();
    }

    @Test
    void forgetsWhoStayedOutsideOnceAllInsideAreNearer() {
        add(2, 0);
        add(2, 1);
        add(2, 2);
        add(1, 0);
        add(1, 0);
        assertThat(nearest.settled()).isTrue();
    }

    private void add(double distance, int label) {
        nearest.add(distance, label);
    }
}
