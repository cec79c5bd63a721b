package org.beatbench.micro.beatbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.beatbench.micro.contest.ThroughputMeter;
import org.junit.jupiter.api.Test;

class MeteredProgressTest {

    private long now;

    @Test
    void countsTheStepBeforeAlsoWhereAPassBeginsAnew() {
        ThroughputMeter meter = new ThroughputMeter(Duration.ZERO, Duration.ofSeconds(1), () -> now);
        MeteredProgress metered = new MeteredProgress(meter);

        for (long done : new long[] {0, 40, 80, 0, 40}) {
            metered.advanced("epoch", done, 100);
            now += 1_000_000_000;
        }

        // the first of four steps starts the clock; those after it had 40, 20 and 40 beats
        assertThat(meter.rate()).isEqualTo(100 / 3.0);
    }
}
