package org.beatbench.data.kaggle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedNumberTest {

    @Test
    void readsWhatFloatParsesWhereverItIsSure() {
        SplittableRandom random = new SplittableRandom(5);
        int unsure = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = (char) ('0' + random.nextInt(10)) + "." + digits(random.nextLong(1_000_000_000_000_000_000L))
                    + "e-0" + random.nextInt(5);
            float number = parse(text);
            if (Float.isNaN(number)) {
                unsure++;
            } else if (number != Float.parseFloat(text)) {
                assertThat(number).as(text).isEqualTo(Float.parseFloat(text));
            }
        }
        assertThat(unsure).isLessThan(10);
    }

    @Test
    void isNeverSureHalfWayBetweenTwoFloats() {
        // 1 + 2^-24 and a hair more or less: they round to different floats.
        assertThat(parse("1.000000059604644775e+00")).isNaN();
        assertThat(parse("1.000000059604644776e+00")).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.779411554336547852e+01",
                "9.77941155433654785x-01",
                "x.779411554336547852e-01",
                "9,779411554336547852e-01",
                "9.779411554336547852E-01",
                "9.779411554336547852e-05",
                "9.779411554336547852e 01",
                "9.779411554336547852e-0x",
                "0.5"
            })
    void givesUpOnAllElse(String text) {
        assertThat(parse(text)).isNaN();
    }

    @Test
    void readsZeroAndOne() {
        assertThat(parse("0.000000000000000000e+00")).isZero();
        assertThat(parse("1.000000000000000000e+00")).isEqualTo(1);
    }

    private static float parse(String text) {
        return PublishedNumber.parse(text.getBytes(StandardCharsets.US_ASCII), 0);
    }

    private static String digits(long number) {
        String digits = Long.toString(number);
        return "0".repeat(18 - digits.length()) + digits;
    }
}
