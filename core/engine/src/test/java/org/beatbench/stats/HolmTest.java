package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HolmTest {

    @Test
    void agreesWithStatsmodels() throws IOException {
        for (JsonNode expected : Reference.differences().get("holm")) {
            assertThat(Holm.adjusted(Reference.doubles(expected.get("p"))))
                    .containsExactly(Reference.doubles(expected.get("adjusted")), within(1e-12));
        }
    }

    @Property(tries = 200, seed = "1")
    void keepsTheOrderAndMakesNothingSmaller(@ForAll @Size(max = 30) List<@IntRange(max = 100) Integer> percent) {
        double[] p = percent.stream().mapToDouble(each -> each / 100.0).toArray();
        double[] adjusted = Holm.adjusted(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(adjusted[i]).isBetween(p[i], 1.0);
            for (int j = 0; j < p.length; j++) {
                assertThat(p[i] > p[j] && adjusted[i] < adjusted[j]).isFalse();
            }
        }
    }

    @Test
    void adjustsNothingWhereThereIsNothing() {
        assertThat(Holm.adjusted()).isEmpty();
        assertThat(Holm.adjusted(.03)).containsExactly(.03);
    }
}
