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
