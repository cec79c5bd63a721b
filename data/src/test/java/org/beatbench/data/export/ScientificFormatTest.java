package org.beatbench.data.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScientificFormatTest {

    private final byte[] target = new byte[ScientificFormat.LONGEST];

    /** Expected values are those of glibc's printf and of NumPy. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.000000000000000000e+00",
        "-0.0, -0.000000000000000000e+00",
        "1, 1.000000000000000000e+00",
        "4, 4.000000000000000000e+00",
        "0.1, 1.000000000000000056e-01",
        "0.5, 5.000000000000000000e-01",
        "10, 1.000000000000000000e+01",
        "0.001, 1.000000000000000021e-03",
        "1e-5, 1.000000000000000082e-05",
        "123456.789, 1.234567890000000043e+05",
        "-2.5, -2.500000000000000000e+00",
        "1e22, 1.000000000000000000e+22",
        "1e-300, 1.000000000000000025e-300",
        "1.7976931348623157e308, 1.797693134862315708e+308",
        "4.9e-324, 4.940656458412465442e-324",
        "0.9999999999999999, 9.999999999999998890e-01"
    })
    void writesWhatPrintfWrites(double value, String expected) {
        assertThat(text(value, 18)).isEqualTo(expected);
    }

    @Test
    void writesPublishedNumbers() {
        assertThat(text(399 / 408f, 18)).isEqualTo("9.779411554336547852e-01");
        assertThat(text(367 / 484f, 18)).isEqualTo("7.582644820213317871e-01");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 17, 18})
    void roundsLikeBigDecimal(int digits) {
        SplittableRandom random = new SplittableRandom(digits);
        ScientificFormat format = new ScientificFormat(digits);
        for (int i = 0; i < 60_000; i++) {
            int range = random.nextInt(1, 2_048);
            double[] values = {
                random.nextDouble(),
                (float) random.nextDouble(),
                (float) random.nextInt(1, range + 1) / range,
                Math.scalb(random.nextDouble(), random.nextInt(-60, 60)),
                Math.nextDown(Math.pow(10, random.nextInt(-12, 12))),
                Math.nextUp(Math.pow(10, random.nextInt(-12, 12))),
                random.nextInt(1, 4_096) / 4_096.0
            };
            for (double value : values) {
                String expected = expected(value, digits);
                String written = new String(target, 0, format.write(value, target, 0), StandardCharsets.US_ASCII);
                if (!written.equals(expected)) {
                    assertThat(written).as("%s with %d digits", value, digits).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void roundsTiesToEven() {
        assertThat(text(0.125, 1)).isEqualTo("1.2e-01");
        assertThat(text(0.375, 1)).isEqualTo("3.8e-01");
        assertThat(text(9.75, 1)).isEqualTo("9.8e+00");
        assertThat(text(9.96875, 1)).isEqualTo("1.0e+01");
    }

    @Test
    void refusesWhatIsNotFinite() {
        assertThatThrownBy(() -> text(Double.NaN, 18)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScientificFormat(19)).isInstanceOf(IllegalArgumentException.class);
    }

    private String text(double value, int digits) {
        return new String(target, 0, new ScientificFormat(digits).write(value, target, 0), StandardCharsets.US_ASCII);
    }

    private static String expected(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
        String all = rounded.unscaledValue().toString();
        int exponent = all.length() - 1 - rounded.scale();
        String padded = all + "0".repeat(Math.max(0, digits + 1 - all.length()));
        String number = Integer.toString(Math.abs(exponent));
        return padded.charAt(0) + "." + padded.substring(1, digits + 1) + "e" + (exponent < 0 ? "-" : "+")
                + (number.length() < 2 ? "0" : "") + number;
    }
}
