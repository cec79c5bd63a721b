package org.beatbench.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static EcgTrace trace(int... samples) {
        return new EcgTrace("", samples.length, at -> samples[at], 360, 200, 0, "mV", OptionalDouble.of(1));
    }

    @Test
    void keepsEveryLeastAndGreatestValueAtAnyCoarseness() {
        SplittableRandom random = new SplittableRandom(5);
        int[] samples = IntStream.range(0, 10_007)
                .map(i -> random.nextInt(50) == 0 ? EcgTrace.MISSING : random.nextInt(-4_000_000, 4_000_000))
                .toArray();
        for (int times : new int[] {1, 2, 7, 100}) {
            Envelope envelope = Envelope.of(trace(samples), 72).coarser(times);
            int every = 72 * times;
            assertThat(envelope.every()).isEqualTo(every);
            assertThat(envelope.size()).isEqualTo((samples.length + every - 1) / every);
            for (int i = 0; i < envelope.size(); i++) {
                int[] part = IntStream.range(i * every, Math.min(samples.length, (i + 1) * every))
                        .map(at -> samples[at])
                        .filter(value -> value != EcgTrace.MISSING)
                        .toArray();
                assertThat(envelope.low(i)).isEqualTo(IntStream.of(part).min().orElseThrow());
                assertThat(envelope.high(i)).isEqualTo(IntStream.of(part).max().orElseThrow());
            }
        }
    }

    @Test
    void knowsWhereThereIsNothing() {
        Envelope envelope = Envelope.of(trace(1, EcgTrace.MISSING, EcgTrace.MISSING, EcgTrace.MISSING, -3), 2);

        assertThat(envelope.isMissing(0)).isFalse();
        assertThat(envelope.isMissing(1)).isTrue();
        assertThat(envelope.low(2)).isEqualTo(-3);
        assertThat(envelope.coarser(2).low(0)).isEqualTo(1);
        assertThat(Envelope.of(trace(), 2).size()).isZero();
    }

    @Test
    void aDayHasNoMoreThanItsShareOfStretches() {
        EcgTrace day = new EcgTrace("", 24 * 3600 * 100, at -> 0, 100, 1, 0, "mV", OptionalDouble.of(1));
        assertThat(Envelope.of(day).size()).isBetween(190_000, 200_000);
    }
}
