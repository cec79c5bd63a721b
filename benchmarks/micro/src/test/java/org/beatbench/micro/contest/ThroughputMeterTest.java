package org.beatbench.micro.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThroughputMeterTest {

    private long now = 5_000_000_000L;

    private final ThroughputMeter meter = new ThroughputMeter(Duration.ofSeconds(1), Duration.ofSeconds(4), () -> now);

    private void step(double seconds, int beats) {
        now += (long) (seconds * 1e9);
        meter.advance(beats);
    }

    @Test
    void countsWhatIsDoneAfterTheLeadIn() {
        step(0.6, 1000);
        step(0.6, 1000); // timing begins here
        step(2, 10);
        assertThat(meter.isOver()).isFalse();
        step(2, 30);

        assertThat(meter.isOver()).isTrue();
        assertThat(meter.rate()).isEqualTo(10);
    }

    @Test
    void waitsForAStepThatTakesLongerThanTheTime() {
        step(60, 8);
        assertThat(meter.isOver()).isFalse();
        step(60, 8);

        assertThat(meter.isOver()).isTrue();
        assertThat(meter.rate()).isEqualTo(8 / 60.0);
    }

    @Test
    void hasNoRateOfNothing() {
        step(0.1, 8);

        assertThatIllegalStateException().isThrownBy(meter::rate);
    }
}
