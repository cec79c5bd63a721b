package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorrectedResampledTTest {

    @Test
    void agreesWithSciPy() throws IOException {
        for (JsonNode expected : Reference.differences().get("resampled-t")) {
            assertThat(CorrectedResampledT.p(
                                    expected.get("ratio").asDouble(), Reference.doubles(expected.get("differences")))
                            .orElseThrow())
                    .isCloseTo(expected.get("p").asDouble(), within(1e-9));
        }
    }

    @Test
    void findsNothingWhereNothingDiffers() {
        assertThat(CorrectedResampledT.p(.25, 0, 0, 0)).hasValue(1);
        assertThat(CorrectedResampledT.p(.25, .1, -.1)).hasValue(1);
    }

    @Test
    void saysNothingWhereThereIsNothingToMeasureChanceBy() {
        assertThat(CorrectedResampledT.p(.25)).isEmpty();
        assertThat(CorrectedResampledT.p(.25, .1)).isEmpty();
        assertThat(CorrectedResampledT.p(.25, .1, .1, .1)).isEmpty();
    }

    @Test
    void needsTestAndTrainingBeats() {
        assertThatThrownBy(() -> CorrectedResampledT.p(0, .1, .2))
                .hasMessage("testToTraining must be a number above 0: 0.0");
        assertThatThrownBy(() -> CorrectedResampledT.p(Double.POSITIVE_INFINITY, .1, .2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
