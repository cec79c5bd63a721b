package org.beatbench.data.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSubjectTest {

    @Test
    void knowsTheManWithTwoRecordsOfTheMitDatabase() {
        assertThat(RecordSubject.of("202", 360, 650_000, List.of())).isEqualTo("201");
        assertThat(RecordSubject.of("202", 250, 650_000, List.of())).isEmpty();
        assertThat(RecordSubject.of("201", 360, 650_000, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "patient 1, patient 1",
        "Patient: 17, patient 17",
        "Subject ID: A12, subject A12",
        "subject #3, subject 3",
        "Patient number 4, patient 4"
    })
    void readsWhomACommentNames(String comment, String subject) {
        assertThat(RecordSubject.of("I01", 257, 462_600, List.of("<age>: 65 <sex>: F", comment)))
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"69 M 1085 1629 x1", "patient asleep", "patient 5 was moved in bed", "the subject", "patients 12"
            })
    void leavesOtherCommentsAlone(String comment) {
        assertThat(RecordSubject.of("r", 360, 100, List.of(comment))).isEmpty();
    }
}
