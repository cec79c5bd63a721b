package org.beatbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.beatbench.comparison.Estimate;
import org.junit.jupiter.api.Test;

class RangeTest {

    @Test
    void goesFromTheLeastToTheGreatest() {
        assertThat(Range.of(DoubleStream.of(3, -1, 2))).isEqualTo(new Range(-1, 3));
    }

    @Test
    void holdsIntervalsToTheirEnds() {
        assertThat(Range.of(Stream.of(new Estimate(0.5, 0.4, 0.6), new Estimate(0.45, 0.2, 0.5))))
                .isEqualTo(new Range(0.2, 0.6));
    }

    @Test
    void isThatOfSharesWhereNothingIsShown() {
        assertThat(Range.of(DoubleStream.empty())).isEqualTo(new Range(0, 1));
        assertThat(Range.of(Stream.<Estimate>empty())).isEqualTo(new Range(0, 1));
    }
}
