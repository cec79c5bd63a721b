package org.beatbench.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DynamicalModelTest {

    @Test
    void makesWavesAsHighAsAskedFor() {
        DynamicalModel model = new DynamicalModel(720, 360);
        model.add(Wave.of(1.5, 0, 0.012), 1);

        double[] voltage = model.voltage(new double[720]);

        assertThat(voltage[360]).isCloseTo(1.5, within(0.03));
        assertThat(Arrays.stream(voltage).max().orElseThrow()).isEqualTo(voltage[360]);
        assertThat(voltage[300]).isCloseTo(0, within(1e-6));
    }

    @Test
    void solvesTheEquationOfTheVoltage() {
        int size = 720;
        Wave wave = Wave.of(-0.7, 0.1, 0.05);
        DynamicalModel model = new DynamicalModel(size, 360);
        model.add(wave, 0.8);
        double[] baseline = IntStream.range(0, size)
                .mapToDouble(i -> 0.2 * Math.sin(i / 90.0))
                .toArray();

        double[] voltage = model.voltage(baseline);

        // Checked against the equation itself: central differences of the answer are the right-hand side.
        for (int i = 1; i < size - 1; i++) {
            double distance = i / 360.0 - 0.9;
            double right =
                    0.7 * distance / 0.0025 * Math.exp(-distance * distance / 0.005) - (voltage[i] - baseline[i]);
            assertThat((voltage[i + 1] - voltage[i - 1]) * 180).isCloseTo(right, within(0.02));
        }
    }

    @Test
    void followsTheBaselineSlowly() {
        int size = 360 * 60;
        double omega = 2 * Math.PI * 0.25 / 360;
        double[] baseline =
                IntStream.range(0, size).mapToDouble(i -> Math.sin(omega * i)).toArray();

        double[] voltage = new DynamicalModel(size, 360).voltage(baseline);

        // A first-order low pass with a time constant of a second.
        double expected = 1 / Math.sqrt(1 + Math.pow(2 * Math.PI * 0.25, 2));
        assertThat(Arrays.stream(voltage, size / 2, size).max().orElseThrow()).isCloseTo(expected, within(0.001));
    }
}
