package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void endsAreRound() {
        Scale scale = Scale.linear(0.53, 0.97, 0, 100, 5);
        assertThat(scale.low()).isEqualTo(0.5);
        assertThat(scale.high()).isEqualTo(1);
        assertThat(scale.ticks()).hasSize(6);
    }

    @Test
    void equalValuesStillHaveAPlace() {
        Scale scale = Scale.linear(0.5, 0.5, 0, 100, 5);
        assertThat(scale.at(0.5)).isBetween(0.0, 100.0);
    }

    @Test
    void logOddsShowWhatLiesNearOne() {
        Scale scale = Scale.logOdds(0.45, 1, 0, 100);
        assertThat(scale.ticks()).containsExactly(0.2, 0.5, 0.8, 0.95, 0.99, 1.0);
        assertThat(scale.at(0.2)).isZero();
        assertThat(scale.at(1)).isEqualTo(100);
        assertThat(scale.at(1) - scale.at(0.95)).isGreaterThan(40);
        assertThat(Scale.logOdds(0, 0, 0, 100).ticks()).containsExactly(0.0, 0.01);
        assertThat(Scale.logOdds(1, 1, 0, 100).ticks()).containsExactly(0.99, 1.0);
        assertThat(Scale.logOdds(0, 1, 0, 100).at(0.5)).isEqualTo(50);
    }

    @Property(seed = "1")
    void valuesLieWithinAndTicksAreFew(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double a,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double b) {
        Scale scale = Scale.linear(Math.min(a, b), Math.max(a, b), 0, 100, 5);
        assertThat(scale.at(a)).isBetween(-1e-6, 100.000001);
        assertThat(scale.at(b)).isBetween(-1e-6, 100.000001);
        assertThat(scale.ticks()).hasSizeBetween(2, 9);
    }

    @Property(seed = "1")
    void aLogarithmicScaleHasTicksToo(
            @ForAll @DoubleRange(min = -7, max = 3) double power,
            @ForAll @DoubleRange(min = 0, max = 6) double powers) {
        double cost = Math.pow(10, power);
        double ratio = Math.pow(10, powers);
        Scale scale = Scale.logarithmic(cost, cost * ratio, 0, 100);
        assertThat(scale.ticks()).hasSizeBetween(1, 12);
        assertThat(scale.at(cost)).isBetween(0.0, 100.0);
        assertThat(scale.at(cost * ratio)).isBetween(0.0, 100.0);
    }
}
