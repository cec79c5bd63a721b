package org.beatbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibrationTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsId(Calibration calibration) {
        assertThat(Calibration.of(calibration.id())).isEqualTo(calibration);
        assertThat(calibration.title()).isNotBlank();
        assertThat(calibration.explanation()).endsWith(".");
    }

    @Test
    void suggestsWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> Calibration.of("temprature"))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.hint()).startsWith("Did you mean \"temperature\"?"));
    }

    @Test
    void noneNeedsNoValidationBeats() {
        Predictions nothing = Predictions.of(Rows.builder(2).build());
        assertThat(Calibration.NONE.needsValidation()).isFalse();
        assertThat(Calibration.NONE.fit(nothing, new int[0])).isEqualTo(Temperature.NEUTRAL);
        assertThat(Calibration.TEMPERATURE.needsValidation()).isTrue();
    }
}
