package org.beatbench.reports.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.junit.jupiter.api.Test;

class TypicalBeatTest {

    @Test
    void paddingDoesNotPullTheMeanDown() {
        Beats beats = Beats.builder(List.of("N"), 3)
                .add(new float[] {1, 1, 1}, Beat.anonymous(0, 3))
                .add(new float[] {3, 0, 0}, Beat.anonymous(0, 1))
                .build();
        TypicalBeat mean = TypicalBeat.of(beats, new int[] {0, 1}, 1);
        assertThat(mean.course()).extracting(TypicalBeat.Moment::mean).containsExactly(2.0, 1.0, 1.0);
        assertThat(mean.course()).extracting(TypicalBeat.Moment::beats).containsExactly(2, 1, 1);
    }

    @Test
    void theBandHoldsTheMiddleEightyPercent() {
        Beats.Builder beats = Beats.builder(List.of("N"), 1);
        IntStream.rangeClosed(0, 10).forEach(value -> beats.add(new float[] {value}, Beat.anonymous(0, 1)));
        TypicalBeat.Moment moment = TypicalBeat.of(
                        beats.build(), IntStream.range(0, 11).toArray(), 1)
                .course()
                .get(0);
        assertThat(moment.mean()).isCloseTo(5, within(1e-12));
        assertThat(moment.low()).isCloseTo(1, within(1e-12));
        assertThat(moment.high()).isCloseTo(9, within(1e-12));
    }

    @Test
    void endsWhereFewerThanATenthGoOn() {
        Beats.Builder beats = Beats.builder(List.of("N"), 2);
        IntStream.range(0, 11).forEach(i -> beats.add(new float[2], Beat.anonymous(0, i == 0 ? 2 : 1)));
        assertThat(TypicalBeat.of(beats.build(), IntStream.range(0, 11).toArray(), 1)
                        .course())
                .hasSize(1);
        assertThat(TypicalBeat.of(beats.build(), IntStream.range(0, 10).toArray(), 1)
                        .course())
                .hasSize(2);
    }

    @Test
    void missingValuesDoNotCount() {
        Beats beats = Toys.points(Toys.point(Double.NaN, 1), Toys.point(2, 1));
        assertThat(TypicalBeat.of(beats, new int[] {0, 1}, 1).course())
                .containsExactly(new TypicalBeat.Moment(0, 1, 2, 2, 2), new TypicalBeat.Moment(1, 2, 1, 1, 1));
    }

    @Test
    void ofNoBeatsThereIsNoMean() {
        assertThat(TypicalBeat.of(Toys.points(Toys.point(0, 0)), new int[0], 1).course())
                .isEmpty();
    }
}
