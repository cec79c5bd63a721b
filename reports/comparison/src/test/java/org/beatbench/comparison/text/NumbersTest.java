package org.beatbench.comparison.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.beatbench.comparison.Estimate;
import org.beatbench.stats.PairedDifference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "109446, 109_446", "-1234567, −1_234_567"})
    void countsHaveThinSeparators(long value, String expected) {
        assertThat(Numbers.count(value)).isEqualTo(thin(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00:00.0", "59.96, 0:01:00.0", "754.25, 0:12:34.3", "86399.9, 23:59:59.9"})
    void timesInARecordingAreAsOnAClock(double seconds, String expected) {
        assertThat(Numbers.clock(seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00000000084, 0.84_ns",
        "0.000084, 84.0_µs",
        "0.0042, 4.20_ms",
        "0.9996, 1.00_s",
        "12.34, 12.3_s",
        "99.96, 1_min 40_s",
        "185, 3_min 5_s",
        "180, 3_min",
        "3599.7, 1_h",
        "4320, 1_h 12_min"
    })
    void timesHaveTheUnitThatSuitsThem(double seconds, String expected) {
        assertThat(Numbers.seconds(seconds)).isEqualTo(thin(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, 0_B", "999, 999_B", "1000, 1.00_kB", "999600, 1.00_MB", "1234567, 1.23_MB"})
    void sizesHaveDecimalUnits(double bytes, String expected) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(thin(expected));
    }

    @ParameterizedTest
    @CsvSource({"0.0123, +1.2", "-0.0321, −3.2", "0.0004, 0.0", "-0.0004, 0.0", "-1, −100.0"})
    void differencesOfSharesAreInPointsWithTheirSign(double value, String expected) {
        assertThat(Numbers.points(value)).isEqualTo(expected);
    }

    @Test
    void sharesArePercentages() {
        assertThat(Numbers.share(0.8234)).isEqualTo(thin("82.3_%"));
        assertThat(Numbers.interval(Quantity.SHARE, new Estimate(0.82, 0.81, 0.835)))
                .isEqualTo("[81.0–83.5]");
    }

    @Test
    void anEstimateHasItsIntervalIfThereIsOne() {
        assertThat(Numbers.estimate(Quantity.SHARE, new Estimate(0.82, 0.81, 0.835)))
                .isEqualTo(thin("82.0_% [81.0–83.5]"));
        assertThat(Numbers.estimate(Quantity.SHARE, Estimate.exactly(0.82))).isEqualTo(thin("82.0_%"));
    }

    @Test
    void sharesThatDifferInTheLastDigitsHaveMoreOfThem() {
        assertThat(Numbers.hundredths(0.99947)).isEqualTo("99.95\u202f%");
        assertThat(Numbers.hundredths(0.9994)).isEqualTo("99.94\u202f%");
        assertThat(Numbers.hundredths(1)).isEqualTo("100.00\u202f%");
    }

    @Test
    void nothingIsNegativeZero() {
        assertThat(Numbers.score(-0.0001)).isEqualTo("0.000");
        assertThat(Numbers.difference(-0.0001)).isEqualTo("0.000");
        assertThat(Numbers.difference(0.0123)).isEqualTo("+0.012");
        assertThat(Numbers.difference(-0.0123)).isEqualTo("−0.012");
        assertThat(Numbers.differences(new Estimate(0.01, -0.012, 0.034))).isEqualTo("[−0.012 to +0.034]");
    }

    @Test
    void pairsAreSignsWhereNumbersFindNoRoom() {
        assertThat(Numbers.pair(-0.0123, false, true)).isEqualTo("−0.012");
        assertThat(Numbers.pair(-0.0123, true, false)).isEqualTo("−");
        assertThat(Numbers.pair(0.0123, true, false)).isEqualTo("+");
        assertThat(Numbers.pair(0.0123, false, false)).isEqualTo("·");
    }

    @Test
    void pValuesAreNeverZero() {
        assertThat(Numbers.pValue(0.0341)).isEqualTo("0.034");
        assertThat(Numbers.pValue(1)).isEqualTo("1.000");
        assertThat(Numbers.pValue(0.0009999)).isEqualTo(thin("<_0.001"));
        assertThat(Numbers.pValue(0)).isEqualTo(thin("<_0.001"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0494, 0.049",
        "0.0496, 0.0496",
        "0.04997, 0.04997",
        "0.0499999999, <_0.050",
        "0.05, 0.050",
        "0.0500000001, 0.050",
        "0.05003, 0.05003",
        "0.0504, 0.0504",
        "0.0506, 0.051"
    })
    void pValuesShowOnWhichSideOfTheLevelTheyAre(double p, String expected) {
        assertThat(Numbers.pValue(p)).isEqualTo(thin(expected));
    }

    @Property(seed = "1")
    void aPValueReadsAsSignificantIfItIs(@ForAll @DoubleRange(min = 0, max = 1) @Scale(8) double p) {
        String text = Numbers.pValue(p);
        assertThat(text.startsWith("<") || Double.parseDouble(text) < PairedDifference.ALPHA)
                .isEqualTo(p < PairedDifference.ALPHA);
    }

    @Test
    void ticksAreShort() {
        assertThat(Numbers.tick(Quantity.SECONDS, 0)).isEqualTo("0");
        assertThat(Numbers.tick(Quantity.SECONDS, 1e-5)).isEqualTo(thin("10_µs"));
        assertThat(Numbers.tick(Quantity.SECONDS, 1.5e-3)).isEqualTo(thin("1.5_ms"));
        assertThat(Numbers.tick(Quantity.COUNT, 20_000)).isEqualTo(thin("20_000"));
        assertThat(Numbers.tick(Quantity.SHARE, 0.25)).isEqualTo(thin("25_%"));
        assertThat(Numbers.tick(Quantity.SCORE, 0.30000000000000004)).isEqualTo("0.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar", "en"})
    void theLanguageOfTheMachineChangesNothing(String language) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(Numbers.share(0.8234)).isEqualTo(thin("82.3_%"));
        assertThat(Numbers.count(109_446)).isEqualTo(thin("109_446"));
        assertThat(Numbers.plain(0.125)).isEqualTo("0.125");
    }

    @Property(seed = "1")
    void anyTimeIsShort(@ForAll @DoubleRange(min = 0, max = 1e6) double seconds) {
        assertThat(Numbers.seconds(seconds)).hasSizeLessThan(16).doesNotContain("E");
    }

    /** Thin spaces are hard to see in a source file. */
    private static String thin(String text) {
        return text.replace('_', '\u202f');
    }
}
