package org.beatbench.data.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;

class LearnedLeadsTest {

    private static List<String> chosen(int most, List<String> learned, String... names) {
        List<Lead> leads = IntStream.range(0, names.length)
                .mapToObj(number -> new Lead(number, names[number], "mV"))
                .toList();
        return LearnedLeads.of(LeadChoice.of("0").upTo(most), most, learned).of("r", leads).stream()
                .map(Lead::name)
                .toList();
    }

    @Test
    void takesTheChosenLeadIfTheModelKnowsIt() {
        assertThat(chosen(1, List.of("MLII", "V5"), "V5", "MLII")).containsExactly("V5");
        assertThat(chosen(1, List.of("MLII"), "Lead II", "V1")).containsExactly("Lead II");
    }

    @Test
    void takesAnotherIfItKnowsThat() {
        assertThat(chosen(1, List.of("MLII"), "I", "II", "III")).containsExactly("II");
        assertThat(chosen(2, List.of("MLII"), "I", "II", "III")).containsExactly("II", "III");
    }

    @Test
    void believesNamesThatDoNotSay() {
        assertThat(chosen(1, List.of("MLII"), "ECG", "II")).containsExactly("ECG");
        assertThat(chosen(1, List.of("ECG"), "V1")).containsExactly("V1");
        assertThat(chosen(1, List.of(), "V1")).containsExactly("V1");
    }

    @Test
    void refusesToTakeOneLeadForAnother() {
        assertThatThrownBy(() -> chosen(1, List.of("MLII", "V5"), "V1", "V2"))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).contains("--signal"))
                .hasMessage("record r has no lead that the model learned from (MLII, V5): it has 0 (V1), 1 (V2)");
    }
}
