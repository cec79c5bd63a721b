package org.beatbench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.beatbench.metrics.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class ResamplesTest {

    private static final List<String> CLASSES = List.of("N", "V");

    private final ConfusionMatrix one = ConfusionMatrix.of(CLASSES, 60, 15, 4, 21);
    private final ConfusionMatrix other = ConfusionMatrix.of(CLASSES, 30, 5, 9, 6);

    @Test
    void giveEveryFigureTheIntervalItHasByItself() {
        Resamples byBeat = Resamples.byBeat(one, 100, 7);
        Resamples bySubject = Resamples.bySubject(List.of(one, other), 7);
        for (int time = 0; time < 2; time++) {
            assertThat(byBeat.interval(ConfusionMatrix::macroF1))
                    .isEqualTo(Bootstrap.byBeat(one, ConfusionMatrix::macroF1, 7));
            assertThat(byBeat.interval(ConfusionMatrix::kappa))
                    .isEqualTo(Bootstrap.byBeat(one, ConfusionMatrix::kappa, 7));
            assertThat(bySubject.interval(ConfusionMatrix::macroF1))
                    .isEqualTo(Bootstrap.bySubject(List.of(one, other), ConfusionMatrix::macroF1, 7));
        }
    }

    @Test
    void needSubjects() {
        assertThatThrownBy(() -> Resamples.bySubject(List.of(), 1)).hasMessage("subjects must not be empty");
    }
}
