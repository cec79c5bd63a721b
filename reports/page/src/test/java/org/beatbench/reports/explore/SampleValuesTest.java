package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;

class SampleValuesTest {

    @Test
    void countsWhatIsOdd() {
        Beats beats = Beats.builder(List.of("N"), 4)
                .add(new float[] {Float.NaN, -1, 2, 0}, Beat.anonymous(0, 3))
                .add(new float[] {0.5f, 0.5f, 0, 0}, Beat.anonymous(0, 2))
                .add(new float[] {0, 0, 7, 0}, Beat.anonymous(0, 0))
                .add(new float[] {0, Float.POSITIVE_INFINITY, 1, 0}, Beat.anonymous(0, 4))
                .build();
        assertThat(SampleValues.of(beats)).isEqualTo(new SampleValues(1, 1, 1, 2, -1, 7, 1, 1, 1, List.of(3)));
        assertThat(SampleValues.of(beats).isScaled()).isFalse();
        assertThat(SampleValues.finiteRows(beats)).containsExactly(1, 2);
    }

    @Test
    void scaledBeatsAreInOrder() {
        SampleValues values = SampleValues.of(Toys.mixed(40, 40));
        assertThat(values.isScaled()).isTrue();
        assertThat(values.constant() + values.empty() + values.paddedWith()).isZero();
        assertThat(values.zeroColumns()).isEmpty();
    }

    @Test
    void ofNothingFiniteThereIsNoRange() {
        SampleValues values = SampleValues.of(Toys.points(Toys.point(Double.NaN, Double.NaN)));
        assertThat(values.least()).isNaN();
        assertThat(values.greatest()).isNaN();
    }
}
