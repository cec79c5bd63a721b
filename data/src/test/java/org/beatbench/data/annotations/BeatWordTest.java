package org.beatbench.data.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import org.beatbench.data.beats.BeatClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeatWordTest {

    @ParameterizedTest
    @CsvSource({
        "N, N",
        "a, a",
        "A, A",
        "e, e",
        "E, E",
        "/, /",
        "normal, N",
        "Normal beat, N",
        "NORMAL, N",
        "LBBB, L",
        "Right bundle branch block beat, R",
        "PAC, A",
        "Premature atrial contraction, A",
        "APC, A",
        "SVEB, S",
        "Supraventricular_ectopic_beat, S",
        "PVC, V",
        "Premature ventricular complex, V",
        "VEB, V",
        "VES, V",
        "SVES, S",
        "ventricular ectopic beats, V",
        "Fusion, F",
        "Fusion of ventricular and normal beat, F",
        "Paced beat, /",
        "PFUS, f",
        "Nodal (junctional) escape beat, j",
        "R-on-T premature ventricular contraction, r",
        "Unclassifiable beat, Q",
        "R-peak, ?",
        "QRS complex, ?",
        "QRS, ?",
        "  V , V",
    })
    void knowsSymbolsNamesAndWords(String text, String symbol) {
        assertThat(BeatWord.annotation(text).symbol()).isEqualTo(symbol);
        assertThat(BeatWord.isUnknown(text)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void givesSymbolsThatHaveAClass(BeatWord word) {
        assertThat(BeatClass.of(word.symbol())).isPresent();
        assertThat(BeatWord.of(word.symbol())).contains(word);
    }

    @Test
    void knowsEverySymbolOfABeat() {
        for (BeatClass beatClass : BeatClass.values()) {
            assertThat(beatClass.symbols())
                    .allMatch(symbol -> BeatWord.of(symbol).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Recording starts",
                "Sleep stage W",
                "Lights off",
                "noise",
                "Muscle artefact",
                "Lead off",
                "Atrial fibrillation",
                "+",
                "~",
                "|",
                "(AFIB",
                "Patient event"
            })
    void takesNothingElseForABeat(String text) {
        assertThat(BeatWord.of(text)).isEmpty();
        assertThat(BeatWord.isUnknown(text)).isFalse();
        assertThat(BeatClass.of(BeatWord.annotation(text).symbol())).isEmpty();
    }

    @Test
    void admitsWhatItDoesNotKnow() {
        assertThat(BeatWord.isUnknown("extrasistole")).isTrue();
        assertThat(BeatWord.annotation("extrasistole").symbol()).isEqualTo("\"");
        assertThat(BeatWord.annotation("extrasistole").text()).isEqualTo("extrasistole");
        assertThat(BeatWord.annotation("(AFIB").symbol()).isEqualTo("+");
    }
}
