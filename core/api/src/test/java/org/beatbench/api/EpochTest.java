package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EpochTest {

    private static Epoch epoch(int number, int planned, double macroF1, Duration time) {
        return new Epoch(number, planned, Double.NaN, 1, 1e9, 0, macroF1, 0.1, 10, time);
    }

    @Test
    void mayLackWhatWasNotMeasured() {
        assertThat(epoch(1, 1, Double.NaN, Duration.ZERO)).isEqualTo(epoch(1, 1, Double.NaN, Duration.ZERO));
    }

    @Test
    void growsByWhatWasMeasured() {
        Duration time = Duration.ofSeconds(2);
        assertThat(Epoch.of(1, 3, 0.5, time)
                        .withTrainingAccuracy(0.9)
                        .withValidation(0.6, 0.8, 0.7)
                        .withPace(0.01, 1_000))
                .isEqualTo(new Epoch(1, 3, 0.5, 0.9, 0.6, 0.8, 0.7, 0.01, 1_000, time));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> epoch(0, 3, 0.5, Duration.ZERO))
                .withMessageContaining("0 of 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> epoch(4, 3, 0.5, Duration.ZERO))
                .withMessageContaining("4 of 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> epoch(1, 3, 87.1, Duration.ZERO))
                .withMessageContaining("validation macro-F1 must be 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> epoch(1, 3, 0.5, Duration.ofNanos(-1)))
                .withMessageContaining("time");
    }

    @Test
    void isHeardByWhoeverWantsTo() {
        Progress lambda = (stage, done, total) -> {};

        lambda.epoch(epoch(1, 1, 1, Duration.ZERO));
    }
}
