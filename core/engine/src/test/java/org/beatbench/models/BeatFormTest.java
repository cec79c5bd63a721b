package org.beatbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeatFormTest {

    private static BeatForm form(float value) {
        Beats beats = Beats.builder(List.of("A"), 2)
                .add(new float[] {0, 1}, Beat.anonymous(0, 2))
                .add(new float[] {0.5f, value}, Beat.anonymous(0, 2))
                .build();
        return BeatForm.of(beats, 120.0, Provenance.of(List.of("They are made up.")));
    }

    @Test
    void knowsThatBeatsAreScaled() {
        assertThat(form(0.25f))
                .isEqualTo(new BeatForm(2, null, List.of("A"), 120.0, true, null, List.of("They are made up.")));
    }

    @ParameterizedTest
    @ValueSource(floats = {-0.001f, 1.001f, Float.NaN, Float.POSITIVE_INFINITY})
    void noticesASingleValueThatIsNot(float value) {
        assertThat(form(value).scaled()).isFalse();
    }
}
