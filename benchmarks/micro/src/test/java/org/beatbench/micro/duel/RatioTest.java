package org.beatbench.micro.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RatioTest {

    private static List<Reading> readings(String contestant, SpeedUnit unit, double... values) {
        List<Reading> readings = new ArrayList<>();
        for (double value : values) {
            readings.add(new Reading("cnn", contestant, "some", unit, readings.size() + 1, value));
        }
        return readings;
    }

    @Test
    void dividesWithinRoundsAndTakesTheMedian() {
        Ratio ratio = Ratio.of(
                readings("fast", SpeedUnit.BEATS_PER_SECOND, 300, 100, 220),
                readings("slow", SpeedUnit.BEATS_PER_SECOND, 100, 50, 100));

        // 3, 2 and 2.2
        assertThat(ratio).isEqualTo(new Ratio("cnn", "some", "fast", "slow", 2.2, 2, 3, 3));
    }

    @Test
    void isNotTheRatioOfTheMedians() {
        Ratio ratio = Ratio.of(
                readings("fast", SpeedUnit.BEATS_PER_SECOND, 100, 200, 600),
                readings("slow", SpeedUnit.BEATS_PER_SECOND, 50, 400, 200));

        // 2, 0.5 and 3; both medians are 200
        assertThat(ratio.median()).isEqualTo(2);
    }

    @Test
    void isAboveOneForTheFasterWhereLessIsBetter() {
        Ratio ratio = Ratio.of(
                readings("fast", SpeedUnit.MICROSECONDS, 100, 80), readings("slow", SpeedUnit.MICROSECONDS, 400, 160));

        assertThat(ratio.low()).isEqualTo(2);
        assertThat(ratio.median()).isEqualTo(3);
        assertThat(ratio.high()).isEqualTo(4);
    }

    @Test
    void pairsByRoundWhateverTheOrderOfTheReadings() {
        List<Reading> other = readings("slow", SpeedUnit.BEATS_PER_SECOND, 100, 50, 100);
        Collections.reverse(other);

        assertThat(Ratio.of(readings("fast", SpeedUnit.BEATS_PER_SECOND, 300, 100, 220), other)
                        .median())
                .isEqualTo(2.2);
    }

    @Test
    void refusesReadingsThatDoNotPairUp() {
        List<Reading> three = readings("fast", SpeedUnit.BEATS_PER_SECOND, 1, 2, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(three, readings("slow", SpeedUnit.BEATS_PER_SECOND, 1, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(
                        three.subList(0, 2),
                        readings("slow", SpeedUnit.BEATS_PER_SECOND, 1, 2, 3).subList(1, 3)));
    }

    @Property(tries = 200, seed = "1")
    void doesNotFeelAMachineThatDrifts(
            @ForAll @Size(5) List<@DoubleRange(min = 0.5, max = 2) Double> speeds,
            @ForAll @DoubleRange(min = 0.1, max = 10) double factor) {
        double[] reference =
                speeds.stream().mapToDouble(speed -> speed * 1000 * factor).toArray();
        double[] other = speeds.stream().mapToDouble(speed -> speed * 1000).toArray();

        Ratio ratio = Ratio.of(
                readings("fast", SpeedUnit.BEATS_PER_SECOND, reference),
                readings("slow", SpeedUnit.BEATS_PER_SECOND, other));

        assertThat(ratio.median()).isCloseTo(factor, within(1e-9));
        assertThat(ratio.low()).isCloseTo(ratio.high(), within(1e-9));
    }
}
