package org.beatbench.data.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundedDurationTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0.002778, 360", // BioSig 2.5.0
        "1, 0.002777, 360",
        "1, 0.0028, 360",
        "1, 0.007812, 128",
        "1, 0.00781, 128",
        "1, 0.003906, 256",
        "1, 0.001953, 512",
        "1, 0.000488, 2048",
        "1, 0.003333, 300",
        "1, 0.003891, 257",
        "60, 0.166667, 360",
        "1000, 2.777778, 360",
        "1, 0.004, 250",
        "360, 1, 360",
        "250, 1.000000, 250",
        "128, 1.0, 128",
    })
    void knowsTheRateThatWasMeant(int samples, String seconds, double rate) {
        assertThat(rate(samples, seconds)).isEqualTo(rate);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1.024, 976.5625",
        "999, 5, 199.8",
        "250, 1.0002, 249.950009998",
        "200, 0.999936, 200.012800819",
        "25, 0.3, 83.3333333333",
    })
    void keepsARateThatIsNoWholeNumber(int samples, String seconds, double rate) {
        assertThat(rate(samples, seconds)).isCloseTo(rate, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {100, 125, 128, 180, 200, 240, 250, 256, 257, 300, 333, 360, 400, 500, 512, 600, 720, 1000, 1024})
    void readsEveryUsualRateBackFromRecordsOfOneSample(int rate) {
        BigDecimal written = BigDecimal.ONE.divide(BigDecimal.valueOf(rate), 6, RoundingMode.HALF_EVEN);

        assertThat(rate(1, written.toPlainString())).isEqualTo(rate);
    }

    @Test
    void refusesWhatSeveralRatesAreWrittenLike() {
        assertThatThrownBy(() -> rate(1, "0.000286"))
                .isInstanceOf(UserError.class)
                .hasMessage("a.edf: 1 samples that last 0.000286 s, rounded, can be 3491 to 3502 a second");
        assertThatThrownBy(() -> rate(1, "0.000001234"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("can be");
        assertThatThrownBy(() -> rate(1_000, "0.0001"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("more than 1000000 a second");
    }

    @Test
    void comparesTimesOfFewDecimals() {
        assertThat(between(649_999, "0", "1805.553", 3)).isEqualTo(360);
        assertThat(between(7_499, "0.00", "30.00", 2)).isEqualTo(250);
        assertThat(between(9, "0", "0.024999999999999998", 18)).isEqualTo(360);
        assertThatThrownBy(() -> between(10, "0", "0.07", 2)).isInstanceOf(UserError.class);
    }

    private static double rate(int samples, String seconds) {
        return RoundedDuration.of(new BigDecimal(seconds)).rate(samples, "a.edf", "write it anew");
    }

    private static double between(int samples, String first, String last, int decimals) {
        return RoundedDuration.between(new BigDecimal(first), new BigDecimal(last), decimals)
                .rate(samples, "a.csv", "set the rate");
    }
}
