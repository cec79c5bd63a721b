package org.beatbench.comparison.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnroundedTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "38, 38.0",
        "-0.25, -0.25",
        "0.1, 0.1",
        "0.001, 0.001",
        "0.0009, 9.0E-4",
        "9999999, 9999999.0",
        "10000000, 1.0E7",
        "1e23, 1.0E23",
        "2e23, 2.0E23",
        "-5.960464477539063E-8, -5.960464477539063E-8",
        "0.30000000000000004, 0.30000000000000004",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void hasTheFewestDigitsThatGiveTheNumberBack(double value, String text) {
        assertThat(Unrounded.text(value)).isEqualTo(text);
    }

    /** A power of two of which Java before 19 writes a digit more than is needed. */
    @ParameterizedTest
    @CsvSource("-24, 5.960464477539063E-8")
    void isTheSameOnEveryJava(int exponent, String text) {
        assertThat(Unrounded.text(Math.scalb(1.0, exponent))).isEqualTo(text);
    }

    @Property(seed = "1")
    void isReadAsTheSameNumber(@ForAll double value) {
        String text = Unrounded.text(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
        assertThat(text.length()).isLessThanOrEqualTo(Double.toString(value).length());
    }
}
