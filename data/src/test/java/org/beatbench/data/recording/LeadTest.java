package org.beatbench.data.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {

    @ParameterizedTest
    @CsvSource({"mV, 1", "V, 1000", "uV, 0.001", "µV, 0.001", "' MV ', 1", "nV, 0.000001", "millivolts, 1"})
    void knowsHowManyMillivoltsAUnitIs(String unit, double millivolts) {
        assertThat(new Lead(0, "II", unit).millivolts()).hasValue(millivolts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "adu", "mmHg", "NU", "unknown"})
    void othersAreNoVolts(String unit) {
        assertThat(new Lead(0, "II", unit).millivolts()).isEmpty();
    }
}
