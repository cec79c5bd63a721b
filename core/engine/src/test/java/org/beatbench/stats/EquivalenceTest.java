package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EquivalenceTest {

    /** Five standard errors of two estimates by chance. */
    private static final double CHANCE = .021;

    @Test
    void agreesWithAllSumsLookedAtOneByOne() throws IOException {
        for (JsonNode expected : Reference.differences().get("equivalence")) {
            Equivalence equivalence = Equivalence.of(
                    expected.get("region").asDouble(), 1, Reference.doubles(expected.get("differences")));
            assertThat(equivalence.worse()).isCloseTo(expected.get("worse").asDouble(), within(CHANCE));
            assertThat(equivalence.equal()).isCloseTo(expected.get("equal").asDouble(), within(CHANCE));
            assertThat(equivalence.better()).isCloseTo(expected.get("better").asDouble(), within(CHANCE));
        }
    }

    /** The weight of the prior observation is then beta of one half and 1, and the difference loses if its square is above 1/2. */
    @Test
    void agreesWithTheFormulaForOneDifference() {
        assertThat(Equivalence.of(.01, 1, .3).better()).isCloseTo(Math.pow(.5, .25), within(.013));
    }

    @Test
    void differencesWithinTheRegionAreNone() {
        assertThat(Equivalence.of(.01, 1)).isEqualTo(new Equivalence(0, 1, 0));
        assertThat(Equivalence.of(.01, 1, .01, -.01, .01, -.01)).isEqualTo(new Equivalence(0, 1, 0));
    }

    @Property(tries = 30, seed = "1")
    void addsUpAndTurnsAround(@ForAll @Size(max = 30) List<@IntRange(min = -9, max = 9) Integer> steps) {
        double[] forth = steps.stream().mapToDouble(step -> step * .01).toArray();
        double[] back = Arrays.stream(forth).map(difference -> -difference).toArray();
        Equivalence equivalence = Equivalence.of(.01, 1, forth);
        Equivalence turned = Equivalence.of(.01, 1, back);
        assertThat(equivalence.worse() + equivalence.equal() + equivalence.better())
                .isCloseTo(1, within(1e-9));
        assertThat(turned.worse()).isCloseTo(equivalence.better(), within(CHANCE));
        assertThat(turned.equal()).isCloseTo(equivalence.equal(), within(CHANCE));
        assertThat(Equivalence.of(.01, 1, forth)).isEqualTo(equivalence);
    }

    @Test
    void refusesARegionBelowZero() {
        assertThatThrownBy(() -> Equivalence.of(-.01, 1, .3)).hasMessage("region must be at least 0: -0.01");
    }
}
