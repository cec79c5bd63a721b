package org.beatbench.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportedAnswersTest {

    private final Beats beats = Beats.builder(List.of("N", "S"), 1)
            .add(new float[] {0}, Beat.anonymous(0, 1))
            .add(new float[] {1}, Beat.anonymous(1, 1))
            .add(new float[] {2}, Beat.anonymous(0, 1))
            .add(new float[] {3}, Beat.anonymous(1, 1))
            .build();

    @TempDir
    private Path folder;

    private ImportedAnswers read(String text, int... asked) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.csv"), text);
        return ImportedAnswers.read(file, beats, Selection.of(asked));
    }

    @Test
    void readsColumnsAndRowsInAnyOrder() throws IOException {
        ImportedAnswers read = read("S,row,N\n0.25,1,0.75\n1,3,0\n", 3, 1);

        assertThat(read.scaled()).isZero();
        assertThat(read.answers().beat(0).row()).isEqualTo(3);
        assertThat(read.answers().probability(0, 1)).isEqualTo(1f);
        assertThat(read.answers().probability(1, 0)).isEqualTo(0.75f);
        assertThat(read.answers().truth(1)).isEqualTo(1);
    }

    @Test
    void scalesWhatSumsToOneAlmost() throws IOException {
        ImportedAnswers read = read("row,N,S\n1,0.5,0.4995\n3,0.3,0.7\n", 1, 3);

        assertThat(read.scaled()).isEqualTo(1);
        assertThat(read.answers().probability(0, 0) + read.answers().probability(0, 1))
                .isEqualTo(1f);
    }

    @Test
    void wantsARowAsOftenAsItIsAsked() throws IOException {
        assertThat(read("row,N,S\n1,1,0\n1,0,1\n", 1, 1).answers().size()).isEqualTo(2);
        assertThatThrownBy(() -> read("row,N,S\n1,1,0\n", 1, 1)).hasMessageContaining("1 of 1 test rows are missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "row,N;1,1|there is no column S",
                "row,N,S,V;1,1,0,0|column V is no class",
                "row,N,S,S;1,1,0,0|two columns have one name",
                "row,N,S;1,1|is no table in UTF-8: Record 2 has 2 fields",
                "row,N,S;one,1,0|line 2: \"one\" is no row",
                "row,N,S;2,1,0|line 2: row 2 is no test row of this split",
                "row,N,S;1,1,0;1,1,0|line 3: row 1 stands there once more",
                "row,N,S;1,NaN,0|line 2: \"NaN\" for N is no probability",
                "row,N,S;1,1.5,-0.5|line 2: \"1.5\" for N is no probability",
                "row,N,S;1,0,x|line 2: \"x\" for S is no probability",
                "row,N,S;1,0.5,0.4|line 2: the probabilities sum to 0.9",
                "row,N,S;1,1,0|1 of 2 test rows are missing, the first is row 3"
            })
    void saysWhatIsWrong(String text, String problem) {
        assertThatThrownBy(() -> read(text.replace(';', '\n') + "\n", 1, 3))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(problem);
    }

    @Test
    void refusesAFileThatIsNotThereOrEmpty() {
        assertThatThrownBy(() -> ImportedAnswers.read(folder.resolve("none"), beats, Selection.of(1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> read("", 1)).isInstanceOf(UserError.class).hasMessageContaining("is empty");
    }
}
