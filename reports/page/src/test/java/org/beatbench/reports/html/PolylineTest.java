package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolylineTest {

    @Test
    void beginsAtItsFirstPoint() {
        assertThat(new Polyline().to(1, 2).to(3.25, 4).to(5, 6).path()).isEqualTo("M1 2L3.3 4L5 6");
    }

    @Test
    void isNothingWithoutPoints() {
        assertThat(new Polyline().path()).isEmpty();
    }
}
