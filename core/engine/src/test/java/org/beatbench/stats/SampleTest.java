package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SampleTest {

    private static final double TOLERANCE = 1e-12;

    @Test
    void agreesWithNumPy() throws IOException {
        JsonNode reference = Reference.read();
        double[] shares = Reference.doubles(reference.get("shares"));
        for (JsonNode expected : reference.get("samples")) {
            Sample sample = Sample.of(Reference.doubles(expected.get("values")));
            assertThat(sample.mean()).isCloseTo(expected.get("mean").asDouble(), within(TOLERANCE));
            if (expected.get("deviation").isNull()) {
                assertThat(sample.deviation()).isEmpty();
            } else {
                assertThat(sample.deviation().orElseThrow())
                        .isCloseTo(expected.get("deviation").asDouble(), within(TOLERANCE));
            }
            for (int i = 0; i < shares.length; i++) {
                assertThat(sample.quantile(shares[i]))
                        .isCloseTo(expected.get("quantiles").get(i).asDouble(), within(TOLERANCE));
            }
        }
    }

    @Test
    void needsFiniteValues() {
        assertThatThrownBy(Sample::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sample.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Sample.of(1).quantile(1.1)).hasMessage("share must be 0..1: 1.1");
    }
}
