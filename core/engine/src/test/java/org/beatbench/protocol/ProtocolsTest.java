package org.beatbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolsTest {

    @Test
    void aProtocolIsFoundByTheNameItHadAtFirst() {
        assertThat(Protocols.of("seed")).isEqualTo(Protocols.of("copies"));
        assertThat(Protocols.of("seed").id()).isEqualTo("copies");
        assertThat(Protocols.current("seed/1")).isEqualTo("copies/1");
        assertThat(Protocols.inKeys("copies/1")).isEqualTo("seed/1");
        assertThat(Protocols.current("seeds")).isEqualTo("seeds");
    }

    @Test
    void titlesFitIntoSentences() {
        assertThat(Protocols.all())
                .extracting(Protocol::phrase)
                .contains("on new patients (DS1 → DS2)", "on the same patients", "with copies of the test beats");
        assertThat(Protocols.all())
                .extracting(Protocol::title)
                .allMatch(title -> Character.isLowerCase(title.charAt(0)));
    }

    @Test
    void whatAProtocolDoesIsSaidWithoutTheNumbersOfOneDataSet() {
        for (Protocol protocol : Protocols.all()) {
            assertThat(protocol.explanation()).as(protocol.id()).doesNotContainPattern("[0-9],[0-9]{3}");
        }
    }

    @Test
    void areEightFromTheLeakiestToTheStrictest() {
        assertThat(Protocols.all())
                .extracting(Protocol::id)
                .containsExactly(
                        "copies",
                        "beats",
                        "folds",
                        "patients-fold",
                        "patients",
                        "folds-by-subject",
                        "ds1-ds2",
                        "across");
        assertThat(Protocols.all()).allSatisfy(protocol -> {
            assertThat(Protocols.of(protocol.id())).isEqualTo(protocol);
            assertThat(protocol.version()).isNotBlank();
            assertThat(protocol.title()).isNotBlank();
            assertThat(protocol.explanation()).contains("seed").endsWith(".");
        });
    }

    @Test
    void divideSubjectsWhereTheySaySo() {
        assertThat(Protocols.all())
                .filteredOn(Protocol::bySubject)
                .extracting(Protocol::id)
                .containsExactly("patients-fold", "patients", "folds-by-subject", "ds1-ds2", "across");
    }

    @Test
    void offerOneFoldAlone() {
        Split fold = Protocols.of("patients-fold").splits(MitLike.beats(), 1).get(0);
        Split first = Protocols.of("patients").splits(MitLike.beats(), 1).get(0);
        assertThat(Protocols.of("patients-fold").splits(MitLike.beats(), 1)).hasSize(1);
        assertThat(fold.training()).isEqualTo(first.training());
        assertThat(fold.validation()).isEqualTo(first.validation());
        assertThat(fold.test()).isEqualTo(first.test());
    }

    @Test
    void offerOtherNumbersOfFolds() {
        assertThat(Protocols.of("patients-10")).isEqualTo(Protocols.patients(10));
        assertThat(Protocols.of("patients-10").id()).isEqualTo("patients-10");
        assertThat(Protocols.of("patients-5").id()).isEqualTo("patients");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient", "Patients", "patients-1", "patients-0", "pateints"})
    void suggestWhatMayHaveBeenMeant(String typed) {
        assertThatThrownBy(() -> Protocols.of(typed))
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.hint())
                        .isEqualTo(
                                "Did you mean \"patients\"? There are: across, beats, copies, ds1-ds2, folds, folds-by-subject, patients,"
                                        + " patients-fold"))
                .hasMessage("unknown protocol \"" + typed + "\"");
    }

    @Test
    void refuseMoreFoldsThanAnybodyHasPatients() {
        assertThatThrownBy(() -> Protocols.of("patients-1000")).hasMessage("unknown protocol \"patients-1000\"");
    }

    /** A change here changes every published number: it needs a new version of the protocol. */
    @ParameterizedTest
    @CsvSource({"seed, 971458", "beats, 1787306785", "patients, 154549009", "ds1-ds2, 1197050060"})
    void divideTheSameWayForEver(String id, int fingerprint) {
        assertThat(Protocols.of(id).version()).isEqualTo("1");
        List<Integer> parts = Protocols.of(id).splits(MitLike.beats(), 1).stream()
                .flatMap(split -> Stream.of(split.training(), split.validation(), split.test()))
                .map(Selection::hashCode)
                .toList();
        assertThat(parts.hashCode()).isEqualTo(fingerprint);
    }

    @Test
    void needAtLeastTwoFolds() {
        assertThatThrownBy(() -> Protocols.patients(1)).hasMessage("folds must be 2 to 999: 1");
    }

    @Test
    void makeSplitsThatAreNotEmpty() {
        assertThatThrownBy(() -> new Split("whole", Selection.of(1), Selection.of(), Selection.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
