package org.beatbench.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final Input LEAD = new Input("MLII", "mV", "the lead", true);
    private static final Input USUAL = new Input("usual", "mV", "the median beat", false);
    private static final Input RR = new Input("rr-before", "s", "from the beat before", true);

    @Test
    void saysWhereChannelsAndFeaturesStand() {
        Form form = new Form("context", 144, List.of(LEAD, USUAL), List.of(RR));

        assertThat(form.width()).isEqualTo(289);
        assertThat(form.startOf(0)).isZero();
        assertThat(form.startOf(1)).isEqualTo(144);
        assertThat(form.startOfFeatures()).isEqualTo(288);
        assertThat(form.single()).isFalse();
        assertThat(form).hasToString("2 channels of 144 samples and 1 feature");
    }

    @Test
    void isCausalIfAllInputsAre() {
        assertThat(new Form("a", 2, List.of(LEAD), List.of(RR)).causal()).isTrue();
        assertThat(new Form("a", 2, List.of(LEAD, USUAL), List.of(RR)).causal()).isFalse();
    }

    @Test
    void ofARowIsOneSignal() {
        assertThat(Form.row(187).single()).isTrue();
        assertThat(Form.row(187).width()).isEqualTo(187);
        assertThat(Form.row(187)).hasToString("187 samples");
    }

    @Test
    void refusesWhatIsNoForm() {
        assertThatIllegalArgumentException().isThrownBy(() -> Form.row(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Form("a", 2, List.of(), List.of(RR)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Form("a", 2, List.of(LEAD), List.of(LEAD)))
                .withMessageContaining("MLII");
    }

    @Test
    void fitsTheRowsItDescribes() {
        Form form = new Form("a", 2, List.of(LEAD), List.of(RR));
        Beats beats = Beats.builder(List.of("N"), form)
                .add(new float[] {1, 2, 3}, Beat.anonymous(0, 2))
                .build();

        assertThat(beats.form()).isEqualTo(form);
        assertThat(beats.sealed().select(Selection.of(new int[] {0})).form()).isEqualTo(form);
        assertThat(beats).isNotEqualTo(Beats.of(beats.classes(), beats.samples(), beats.beats()));
        assertThatIllegalArgumentException()
                .as("a beat longer than its channels")
                .isThrownBy(() -> Beats.of(beats.classes(), form, beats.samples(), List.of(Beat.anonymous(0, 3))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Beats.of(beats.classes(), Form.row(4), beats.samples(), beats.beats()));
    }
}
