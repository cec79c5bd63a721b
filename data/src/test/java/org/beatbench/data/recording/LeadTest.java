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
    @CsvSource({
        "MLII, II",
        "ECG lead II, II",
        "EKG I, I",
        "D3, III",
        "mod. V5, V5",
        "MCL1, V1",
        "CM5, V5",
        "aVR+, AVR",
        "V3R, V3R",
        "v12, V12",
        "ML1, I",
        "ECG V1, V1"
    })
    void knowsTheStandardLeadBehindAName(String name, String lead) {
        assertThat(new Lead(0, name, "mV").standard()).hasValue(lead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ECG", "ECG1", "signal", "EASI", "V", "Vector", "D4", "IIII"})
    void othersDoNotSayTheirLead(String name) {
        assertThat(new Lead(0, name, "mV").standard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "adu", "mmHg", "NU", "unknown"})
    void othersAreNoVolts(String unit) {
        assertThat(new Lead(0, "II", unit).millivolts()).isEmpty();
    }
}
