package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.beatbench.answers.Answers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeltaMethodTest {

    @Test
    void agreesWithDerivativesOfStatsmodels() throws IOException {
        for (JsonNode expected : Reference.differences().get("delta-method")) {
            PairedBeats beats = PairedBeats.of(
                    Matrices.CLASSES,
                    expected.get("counts")
                            .valueStream()
                            .mapToLong(JsonNode::asLong)
                            .toArray());
            assertThat(DeltaMethod.variance(beats))
                    .isCloseTo(expected.get("variance").asDouble(), within(1e-12));
            assertThat(DeltaMethod.p(beats, beats.size()))
                    .isCloseTo(expected.get("p").asDouble(), within(1e-9));
        }
    }

    @Test
    void agreesWithTheBootstrap() {
        PairedBeats beats = beats(Matrices.answers(60, .8, 1), Matrices.answers(60, .75, 2));
        double[] differences = Bootstrap.differences(beats, beats.size(), ComparisonMetric.MACRO_F1::of, 1);
        double error = Sample.of(differences).deviation().orElseThrow();
        assertThat(Math.sqrt(DeltaMethod.variance(beats))).isCloseTo(error, within(.08 * error));
    }

    @Test
    void lookingTwiceAtTheSameBeatsProvesNothing() {
        Answers good = Matrices.answers(20, .8, 1);
        Answers bad = Matrices.answers(20, .75, 2);
        PairedBeats twice = PairedBeats.of(List.of(good, good), List.of(bad, bad));
        assertThat(DeltaMethod.p(twice, good.size()))
                .isCloseTo(DeltaMethod.p(beats(good, bad), good.size()), within(1e-12));
    }

    @Test
    void saysNothingWhereNothingVaries() {
        Answers answers = Matrices.answers(3, .7, 1);
        assertThat(DeltaMethod.p(beats(answers, answers), answers.size())).isEqualTo(1);
        PairedBeats oneBeat = PairedBeats.of(List.of("N", "V"), 0, 1, 0, 0, 0, 0, 0, 0);
        assertThat(DeltaMethod.p(oneBeat, 1)).isEqualTo(1);
    }

    private static PairedBeats beats(Answers first, Answers second) {
        return PairedBeats.of(List.of(first), List.of(second));
    }
}
