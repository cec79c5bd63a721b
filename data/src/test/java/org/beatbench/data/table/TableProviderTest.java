package org.beatbench.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.data.export.CsvExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableProviderTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatExportWrites() throws IOException {
        Beats beats = Beats.builder(List.of("N", "S", "V", "F", "Q"), 3)
                .add(new float[] {0, 0.1F, 1}, new Beat(2, 2, 0.75, 0.5, "p 1", "100", 77, "V"))
                .add(new float[] {-3, 1e-7F, 12345.679F}, Beat.anonymous(0, 3))
                .build();
        CsvExport.write(beats, folder.resolve("beats.csv"), Progress.NONE);

        assertThat(load()).isEqualTo(beats);
    }

    @Test
    void readsChannelsAndFeaturesByName() throws IOException {
        Form form = new Form(
                "table",
                2,
                List.of(
                        new Input("MLII", "", "a channel of the table", false),
                        new Input("V5", "", "a channel of the table", false)),
                List.of(new Input("rr-before", "", "a column of the table", false)));
        Beats beats = Beats.builder(List.of("a", "b"), form)
                .add(new float[] {1, 2, 3, 4, 5}, Beat.anonymous(1, 2))
                .add(new float[] {6, 7, 8, 9, 10}, Beat.anonymous(0, 2))
                .build();
        CsvExport.write(beats, folder.resolve("beats.csv"), Progress.NONE);

        assertThat(load()).isEqualTo(beats);
    }

    @Test
    void takesAllOtherColumnsForSamplesIfNoneIsNamedLikeOne() throws IOException {
        Beats beats = load("subject;class;first;second\nA;10;1,5;2\nB;9;3;4\n");

        assertThat(beats.form()).isEqualTo(Form.row(2));
        assertThat(beats.classes()).containsExactly("9", "10");
        assertThat(beats.samples().row(0)).containsExactly(1.5F, 2);
        assertThat(beats.beat(0)).isEqualTo(new Beat(1, 2, Double.NaN, Double.NaN, "A", "", -1, ""));
    }

    @Test
    void keepsTheFiveClassesEvenIfSomeDoNotOccur() throws IOException {
        assertThat(load("class,t000\nV,1\nN,2\n").classes()).containsExactly("N", "S", "V", "F", "Q");
        assertThat(load("class,t000\nV,1\nnoise,2\n").classes()).containsExactly("V", "noise");
    }

    @Test
    void namesAllWrongLines() {
        assertThatThrownBy(() -> load("class,t000,t001\nN,1\n,1,2\nN,x,2\nN,1,1e60\nN,1,2\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(
                        "beats.csv:2: 2 columns; the first line names 3",
                        "beats.csv:3: it has no class",
                        "beats.csv:4: column 2 is no number: \"x\"",
                        "beats.csv:5: column 3 is too great: 1e60");
    }

    @Test
    void saysWhatIsMissingInTheFirstLine() {
        assertThatThrownBy(() -> load("label,t000\nN,1\n"))
                .hasMessageContaining("beats.csv:1: no column is called class");
        assertThatThrownBy(() -> load("class,t000,t002\nN,1,2\n"))
                .hasMessageContaining("column t002 stands where sample 1 should");
        assertThatThrownBy(() -> load("class,t000,t000\nN,1,2\n"))
                .hasMessageContaining("two columns are called \"t000\"");
        assertThatThrownBy(() -> load("class,subject\nN,1\n")).hasMessageContaining("the channels have [0] samples");
        assertThatThrownBy(() -> load("class,a t000,b t000,b t001\nN,1,2,3\n"))
                .hasMessageContaining("the channels have [1, 2] samples");
        assertThatThrownBy(() -> load("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> load("class,t000\n")).hasMessageContaining("holds no beat");
    }

    @Test
    void refusesWhatIsNoPlace() {
        assertThatThrownBy(() -> load("class,position,t000\nN,-4,1\n"))
                .hasMessageContaining("position must be a whole number from 0: \"-4\"");
        assertThatThrownBy(() -> load("class,unpadded_length,t000\nN,2,1\n"))
                .hasMessageContaining("unpadded_length must be a whole number from 0 to 1: \"2\"");
    }

    private Beats load(String table) throws IOException {
        Files.writeString(folder.resolve("beats.csv"), table);
        return load();
    }

    private Beats load() throws IOException {
        return new TableProvider()
                .load(new TableSettings("", 0), new DatasetContext(folder, Progress.NONE, Cancellation.NEVER));
    }
}
