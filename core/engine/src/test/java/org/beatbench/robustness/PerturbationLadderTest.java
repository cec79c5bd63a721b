package org.beatbench.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import org.beatbench.api.perturbation.Perturbation;
import org.junit.jupiter.api.Test;

class PerturbationLadderTest {

    @Test
    void hasNamesThatAreFilesOnEverySystem() {
        assertThat(PerturbationLadder.STEPS)
                .extracting(Perturbation::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+(@[a-zA-Z0-9.]+)?"));
    }

    @Test
    void findsEachStepByItsNameAndKind() {
        for (Perturbation step : PerturbationLadder.STEPS) {
            assertThat(PerturbationLadder.of(step.kind())).contains(step);
        }
        assertThat(PerturbationLadder.kinds())
                .containsExactly(
                        "baseline-wander",
                        "mains-hum",
                        "muscle-noise",
                        "low-gain",
                        "high-gain",
                        "inverted-lead",
                        "displaced-marks");
        assertThat(PerturbationLadder.of("muscle-noise"))
                .extracting(Perturbation::strength)
                .as("the mildest first")
                .containsExactly("18dB", "12dB", "6dB", "0dB");
    }
}
