package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class McNemarTest {

    @Test
    void agreesWithStatsmodelsAndSciPy() throws IOException {
        for (JsonNode expected : Reference.differences().get("mcnemar")) {
            PairedTest test = McNemar.test(
                    expected.get("first").asLong(), expected.get("second").asLong(), 200);
            assertThat(test.p())
                    .as(expected.toString())
                    .isCloseTo(expected.get("p").asDouble(), Percentage.withPercentage(1e-7));
        }
    }

    @Test
    void agreesWithThePublishedExample() {
        assertThat(McNemar.test(1, 7, 13).p()).isCloseTo(.0391, within(.00005));
    }

    @Test
    void isSureOfNothingWithoutBeatsThatTellThemApart() {
        assertThat(McNemar.test(0, 0, 500)).isEqualTo(new PairedTest(0, 500, 0, 0, 1));
    }

    @Test
    void whatIsBeyondDoubtIsNotBelowZero() {
        assertThat(McNemar.test(30_000, 0, 0).p()).isBetween(0.0, 1e-300);
        assertThat(McNemar.test(30_000, 0, 0).effect()).isEqualTo(1);
    }

    @Property(tries = 300, seed = "1")
    void changingPlacesChangesTheSignOnly(
            @ForAll @LongRange(max = 40_000) long first, @ForAll @LongRange(max = 40_000) long second) {
        PairedTest forth = McNemar.test(first, second, 7);
        assertThat(McNemar.test(second, first, 7))
                .isEqualTo(new PairedTest(
                        /* higher= */ forth.lower(), 7, /* lower= */ forth.higher(), 0 - forth.effect(), forth.p()));
        assertThat(forth.effect()).isBetween(-1.0, 1.0);
    }

    @Property(tries = 200, seed = "2")
    void oneMoreBeatApartIsMoreEvidence(
            @ForAll @LongRange(max = 500) long first, @ForAll @LongRange(max = 500) long more) {
        long second = first + more + 1;
        assertThat(McNemar.test(first, second + 1, 0).p())
                .isLessThan(McNemar.test(first, second, 0).p());
    }
}
