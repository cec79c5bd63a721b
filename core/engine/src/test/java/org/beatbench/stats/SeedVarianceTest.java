package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SeedVarianceTest {

    @Test
    void agreesWithTheAnalysisOfVarianceOfSciPy() throws IOException {
        for (JsonNode expected : Reference.differences().get("variance")) {
            SeedVariance variance = variance(expected);
            assertThat(variance.subjects()).isCloseTo(expected.get("subjects").asDouble(), within(1e-9));
            assertThat(variance.seeds()).isCloseTo(expected.get("seeds").asDouble(), within(1e-9));
        }
    }

    @Test
    void agreesWithTheMixedModelOfStatsmodelsWhereSeedsAreComplete() throws IOException {
        JsonNode balanced = Reference.differences().get("variance").get(0);
        JsonNode expected = balanced.get("mixed-model");
        assertThat(variance(balanced).subjects())
                .isCloseTo(expected.get("subjects").asDouble(), within(1e-6));
        assertThat(variance(balanced).seeds()).isCloseTo(expected.get("seeds").asDouble(), within(1e-6));
    }

    @Test
    void theShareIsThatOfTheSeeds() {
        assertThat(new SeedVariance(3, 1).share()).hasValue(.25);
        assertThat(SeedVariance.of(new double[] {.5, .5}, new double[] {.7, .7})
                        .orElseThrow()
                        .share())
                .hasValue(0);
        assertThat(SeedVariance.of(new double[] {.5, .7}, new double[] {.7, .5})
                        .orElseThrow()
                        .share())
                .hasValue(1);
    }

    @Test
    void whatNeverVariesHasNoShare() {
        assertThat(SeedVariance.of(new double[] {.5, .5}, new double[] {.5, .5})
                        .orElseThrow()
                        .share())
                .isEmpty();
    }

    @Test
    void needsTwoSubjectsAndTwoSeeds() {
        assertThat(SeedVariance.of(new double[] {.5, .6})).isEmpty();
        assertThat(SeedVariance.of(new double[] {.5}, new double[] {.6})).isEmpty();
        assertThat(SeedVariance.of(new double[] {.5, .6}, new double[0])).isEmpty();
    }

    private static SeedVariance variance(JsonNode expected) {
        return SeedVariance.of(expected.get("scores")
                        .valueStream()
                        .map(Reference::doubles)
                        .toArray(double[][]::new))
                .orElseThrow();
    }
}
