package org.beatbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class AcrossPeopleTest {

    private static ConfusionMatrix person(long hits, long misses, long falseAlarms, long others) {
        return ConfusionMatrix.of(List.of("N", "V"), others - falseAlarms, falseAlarms, misses, hits);
    }

    @Test
    void isTheRangeOfEightPeopleInTen() {
        List<ConfusionMatrix> people = new ArrayList<>();
        IntStream.rangeClosed(0, 10).forEach(i -> people.add(person(90 - i, 10 + i, i, 1000)));
        people.add(person(1, 0, 0, 9));

        AcrossPeople across = AcrossPeople.of(people, 1);

        assertThat(across).isEqualTo(new AcrossPeople(11, 0.81, 0.89, 0.001, 0.009));
        assertThat(AcrossPeople.of(people.subList(0, 4), 1)).isNull();
    }

    /** (100 - 0.01 · 1000) / (0.9 - 0.01) and (100 - 0) / 0.5. */
    @Test
    void saysHowManyThereMayBe() {
        AcrossPeople across = new AcrossPeople(9, 0.5, 0.9, 0, 0.01);

        assertThat(across.trueCount(100, 1000).low()).isCloseTo(101.1, within(0.1));
        assertThat(across.trueCount(100, 1000).high()).isCloseTo(200, within(1e-9));
        assertThat(across.trueCount(8, 1000).low()).isZero();
        assertThat(across.trueCount(800, 1000).high()).isEqualTo(1000);
        assertThat(new AcrossPeople(9, 0, 0.9, 0, 0.01).trueCount(8, 1000).high())
                .isEqualTo(1000);
    }
}
