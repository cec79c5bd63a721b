package org.beatbench.data.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadChoiceTest {

    private static final List<Lead> LEADS = leads("V5 mV", "ABP mmHg", "MLII mV", "PLETH NU", "I mV");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0", "2 | 2", "MLII | 2", "mlii, V5 | 2", "[II, V5] | 0", "II, 4, V5 | 4", "[ABP, I] | 4"})
    void takesTheFirstThatThereIs(String written, int number) {
        assertThat(LeadChoice.of(written).of("r", LEADS))
                .extracting(Lead::number)
                .containsExactly(number);
    }

    @Test
    void addsTheEcgLeadsThatFollow() {
        assertThat(LeadChoice.of("0").upTo(2).of("r", LEADS))
                .extracting(Lead::name)
                .containsExactly("V5", "MLII");
        assertThat(LeadChoice.of("I").upTo(9).of("r", LEADS))
                .extracting(Lead::name)
                .containsExactly("I", "V5", "MLII");
        assertThat(LeadChoice.of("0").upTo(2).of("r", leads("ECG mV", "ABP mmHg")))
                .hasSize(1);
    }

    @Test
    void namesTheLeadsThatThereAreInstead() {
        assertThatThrownBy(() -> LeadChoice.of("II, V2").of("r", LEADS))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "record r has no lead II or V2: it has 5, counted from 0: 0 (V5), 1 (ABP), 2 (MLII), 3 (PLETH),"
                                + " 4 (I)");
        assertThatThrownBy(() -> LeadChoice.of("5").of("r", LEADS))
                .hasMessageContaining("record r has no signal 5: it has 5");
    }

    @Test
    void refusesSignalsThatAreNoEcgAndNamesThoseThatAre() {
        assertThatThrownBy(() -> LeadChoice.of("1").of("r", LEADS))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).contains("0 (V5), 2 (MLII), 4 (I)"))
                .hasMessageContaining("record r: signal 1 (ABP) in mmHg is no ECG");
        assertThatThrownBy(() -> LeadChoice.of("0").of("r", leads("RESP mV")))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).contains("none of its signals is an ECG"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MLII mV",
                "V5 mV",
                "ECG1 mV",
                "ECG lead I mV",
                "chest_ecg mV",
                "II uV",
                "aVR µV",
                "ECG NU",
                "MCL1 mV",
                "D3 mV",
                "E-S mV",
                " mV",
                "channel 1 mV",
                "V V",
                "Abdomen_1 uV",
                "ECG I filtered mV",
                "i adu"
            })
    void knowsAnEcg(String lead) {
        assertThat(lead(0, lead).isEcg()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ABP mmHg",
                "ART mmHg",
                "PLETH NU",
                "PLETH mV",
                "RESP pm",
                "RESP mV",
                "Resp. Imp. Ohm",
                "CO2 mmHg",
                "SpO2 %",
                "EEG(C4-A1) mV",
                "EOG(right) mV",
                "EMG uV",
                "wrist_ppg mV",
                "SV ml",
                " mmHg",
                "ABP2 NU",
                "II mmHg",
                "HR bpm",
                "temp degC"
            })
    void knowsWhatIsNone(String lead) {
        assertThat(lead(0, lead).isEcg()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "II,,V5", "[]", "99999999999"})
    void refusesWhatIsNoChoice(String written) {
        assertThatThrownBy(() -> LeadChoice.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signal must be a number counted from 0, or names of leads");
    }

    private static List<Lead> leads(String... written) {
        List<Lead> leads = new ArrayList<>();
        for (String one : written) {
            leads.add(lead(leads.size(), one));
        }
        return leads;
    }

    private static Lead lead(int number, String written) {
        int space = written.lastIndexOf(' ');
        return new Lead(number, written.substring(0, space), written.substring(space + 1));
    }
}
