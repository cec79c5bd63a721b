package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StudentizedRangeTest {

    @Test
    void agreesWithSciPy() throws IOException {
        for (JsonNode expected : Reference.differences().get("studentized-range")) {
            int numbers = expected.get("numbers").asInt();
            assertThat(StudentizedRange.cumulative(expected.get("range").asDouble(), numbers))
                    .isCloseTo(expected.get("cumulative").asDouble(), within(1e-9));
            assertThat(StudentizedRange.quantile(.95, numbers))
                    .isCloseTo(expected.get("quantile").asDouble(), within(1e-9));
        }
    }

    @Test
    void ofTwoNumbersIsThatOfANormalDifference() {
        double range = Math.sqrt(2) * new NormalDistribution().inverseCumulativeProbability(.975);
        assertThat(StudentizedRange.quantile(.95, 2)).isCloseTo(range, within(1e-9));
    }

    /** Table 5 of Demšar 2006, which is of quantiles divided by the square root of 2. */
    @ParameterizedTest
    @CsvSource({
        "2, 1.960",
        "3, 2.343",
        "4, 2.569",
        "5, 2.728",
        "6, 2.850",
        "7, 2.949",
        "8, 3.031",
        "9, 3.102",
        "10, 3.164"
    })
    void agreesWithThePublishedTable(int numbers, double printed) {
        assertThat(StudentizedRange.quantile(.95, numbers) / Math.sqrt(2)).isCloseTo(printed, within(.0011));
    }

    @Test
    void holdsNothingAtZeroAndEverythingFarOut() {
        assertThat(StudentizedRange.cumulative(0, 5)).isZero();
        assertThat(StudentizedRange.cumulative(40, 5)).isCloseTo(1, within(1e-12));
    }
}
