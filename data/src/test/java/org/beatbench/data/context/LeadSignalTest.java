package org.beatbench.data.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LeadSignalTest {

    private static final int SIZE = 3600;

    private static LeadSignal of(double[] recorded) {
        return LeadSignal.of(sample -> recorded[sample], recorded.length);
    }

    private static double[] ramp() {
        double[] ramp = new double[SIZE];
        Arrays.setAll(ramp, i -> 0.001 * i + (i % 360 == 100 ? 1 : 0));
        return ramp;
    }

    /** Of a straight line nothing is left, so a gap in one must not be seen. */
    @Test
    void bridgesGaps() {
        double[] holed = ramp();
        Arrays.fill(holed, 500, 780, Double.NaN);
        Arrays.fill(holed, 1000, 1001, Double.NaN);
        LeadSignal whole = of(ramp());
        LeadSignal bridged = of(holed);

        for (int i = 0; i < SIZE / 3; i++) {
            assertThat(bridged.at(i)).as("sample %d", i).isCloseTo(whole.at(i), within(1e-9));
        }
    }

    @Test
    void goesOnBeyondTheEnds() {
        double[] inside = new double[SIZE];
        Arrays.fill(inside, Double.NaN);
        Arrays.fill(inside, 1000, 1200, 5);
        LeadSignal level = of(inside);
        double[] none = new double[SIZE];
        Arrays.fill(none, Double.NaN);

        for (int i = -5; i < SIZE / 3 + 5; i++) {
            assertThat(level.at(i)).as("sample %d", i).isZero();
            assertThat(of(none).at(i)).as("sample %d of a lead of gaps", i).isZero();
        }
    }
}
