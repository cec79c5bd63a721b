package org.beatbench.data.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.InputContract;
import org.beatbench.api.Progress;
import org.beatbench.api.Provenance;
import org.beatbench.api.UserError;
import org.beatbench.api.settings.SettingsSchema;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.wfdb.RecordWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WfdbProviderTest {

    private static final int[] SAMPLES = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4};
    private static final List<Annotation> BEATS =
            List.of(Annotation.of(1, "N"), Annotation.of(10, "V"), Annotation.of(18, "N"));

    @TempDir
    private Path folder;

    private final Map<String, String> settings = new TreeMap<>();

    @BeforeEach
    void nameTheFolder() {
        settings.put("folder", folder.toString());
    }

    @Test
    void endsBeatsByTheNextBeatWhateverElseIsMarked() throws IOException {
        write(
                "a",
                Annotation.of(1, "N"),
                Annotation.of(3, "+"),
                Annotation.of(4, "~"),
                Annotation.of(10, "N"),
                Annotation.of(19, "+"));
        // Up to 10 + (int) (0.2 * 9) = 11: every third of ten samples.
        assertThat(load().beats()).extracting(Beat::unpaddedLength).containsExactly(4);
    }

    @Test
    void saysWhatARecordingMustHave() throws IOException {
        write("a", BEATS.toArray(Annotation[]::new));
        write("b", BEATS.toArray(Annotation[]::new));
        InputContract input = provenance().input().orElseThrow();
        assertThat(input.leads()).hasSize(1);
        assertThat(input.leads().get(0)).hasSize(1);
        assertThat(input.before()).isZero();
        assertThat(input.after()).isEqualTo(187 / 120.0);
        settings.put("form", "one-lead");
        assertThat(provenance().input())
                .get()
                .extracting(InputContract::before, InputContract::after)
                .containsExactly(0.6, 0.6);
    }

    @Test
    void namesRecordsThatGiveNoBeat() throws IOException {
        write("a", BEATS.toArray(Annotation[]::new));
        write("b", Annotation.of(4, "~"), Annotation.of(9, "~"));
        write("c", Annotation.of(4, "N"));
        assertThat(load().beats()).extracting(Beat::record).containsOnly("a");
        assertThat(provenance().warnings())
                .containsExactly(
                        "Record b: It gives no beat: its annotations mark none.",
                        "Record c: It gives no beat: only its last annotation marks one.");
        assertThat(provenance().assumptions()).containsAll(provenance().warnings());
    }

    @Test
    void readsAnotherAnnotator() throws IOException {
        write("a", Annotation.of(4, "+"));
        Files.write(folder.resolve("a.qrs"), new byte[] {2, 4, 9, 4, 5, 4, 0, 0});
        settings.put("annotator", "qrs");
        assertThat(load().beats()).extracting(Beat::position).containsExactly(2L, 11L);
        settings.put("annotator", "../x");
        assertThatThrownBy(this::load).hasMessageContaining("annotator must be the ending of a file");
    }

    @Test
    void takesLeadsByNameAndSaysWhereTheyDiffer() throws IOException {
        lead("a", "MLII");
        lead("b", "V5");
        lead("c", "II");
        settings.put("signal", "[MLII, II, V5]");
        assertThat(load().size()).isEqualTo(6);
        assertThat(provenance().warnings())
                .contains("The beats come from different leads: MLII in record a; V5 in record b; II in record c.");
        settings.put("signal", "MLII");
        assertThatThrownBy(this::load)
                .hasMessageContaining("2 of 3 records")
                .hasMessageContaining("record b has no lead MLII: it has 1, counted from 0: 0 (V5)");
        settings.put("bad-records", "skip");
        assertThat(load().beats()).extracting(Beat::record).containsOnly("a");
    }

    @Test
    void readsChosenRecordsAndLeavesOutOthers() throws IOException {
        for (String name : new String[] {"a1", "a2", "b1", "b2"}) {
            write(name, BEATS.toArray(Annotation[]::new));
        }
        settings.put("records", "a*, b2");
        settings.put("skip", "?1");
        assertThat(load().beats()).extracting(Beat::record).containsExactly("a2", "a2", "b2", "b2");
        settings.put("skip", "a*, b*");
        assertThatThrownBy(this::load).hasMessageContaining("the settings records and skip leave no record");
        settings.put("records", "a3, b1");
        settings.put("skip", "c?");
        assertThatThrownBy(this::load)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("records: there is no record a3")
                .hasMessageContaining("skip: there is no record c?");
    }

    @Test
    void leavesBadRecordsOutIfItMay() throws IOException {
        write("a", BEATS.toArray(Annotation[]::new));
        write("b", BEATS.toArray(Annotation[]::new));
        write("c", BEATS.toArray(Annotation[]::new));
        Files.writeString(folder.resolve("b.dat"), "cut");
        assertThatThrownBy(this::load).isInstanceOf(UserError.class).hasMessageContaining("b.dat: 3 bytes");
        settings.put("bad-records", "skip");
        assertThat(load().beats()).extracting(Beat::record).containsExactly("a", "a", "c", "c");
        assertThat(provenance().warnings()).anySatisfy(sentence -> assertThat(sentence)
                .startsWith("Record b cannot be used and is left out: ")
                .contains("b.dat: 3 bytes"));
        Files.delete(folder.resolve("a.dat"));
        Files.delete(folder.resolve("c.dat"));
        assertThatThrownBy(this::load).isInstanceOf(UserError.class).hasMessageContaining("3 of 3 records");
    }

    @Test
    void takesRecordsForPeopleUntilItIsTold() throws IOException {
        for (String name : new String[] {"a", "b", "c"}) {
            write(name, BEATS.toArray(Annotation[]::new));
        }
        assertThat(load().subjects()).isEqualTo(3);
        assertThat(provenance().takesRecordsForSubjects()).isTrue();
        assertThat(provenance().assumptions()).contains("The record is taken for a person of its own.");

        Files.writeString(folder.resolve("people.csv"), "record,subject\na,ann\nb,ann\nc,\"bob\"\n");
        settings.put("subjects", "people.csv");
        assertThat(load().beats()).extracting(Beat::subject).containsExactly("ann", "ann", "ann", "ann", "bob", "bob");
        assertThat(provenance().takesRecordsForSubjects()).isFalse();
        assertThat(provenance().assumptions())
                .contains(
                        "All records but c: The record is of subject ann.", "Record c: The record is of subject bob.");

        settings.remove("subjects");
        Files.move(folder.resolve("people.csv"), folder.resolve("subjects.csv"));
        assertThat(load().subjects()).isEqualTo(2);
    }

    @Test
    void namesAllThatIsWrongWithTheFileOfSubjects() throws IOException {
        for (String name : new String[] {"a", "b", "c"}) {
            write(name, BEATS.toArray(Annotation[]::new));
        }
        settings.put("subjects", "people.csv");
        assertThatThrownBy(this::load).isInstanceOf(UserError.class).hasMessageContaining("there is no file");
        Files.writeString(folder.resolve("people.csv"), "record,subject\na,ann\na,eve\nb,\nd,dan\nc\n");
        assertThatThrownBy(this::load)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("line 3: record a is named a second time")
                .hasMessageContaining("line 4: record b has no subject")
                .hasMessageContaining("line 5: there is no record d")
                .hasMessageContaining("line 6: 1 fields, but 2 columns")
                .hasMessageContaining("record c is missing");
        Files.writeString(folder.resolve("people.csv"), "name,subject\na,ann\n");
        assertThatThrownBy(this::load).hasMessageContaining("line 1: there is no column record");
    }

    @Test
    void believesHeadersThatNameAPatient() throws IOException {
        for (String name : new String[] {"I01", "I02", "I03"}) {
            write(name, BEATS.toArray(Annotation[]::new));
            Path header = folder.resolve(name + ".hea");
            Files.writeString(header, Files.readString(header) + "# patient " + (name.equals("I03") ? 2 : 1) + "\n");
        }
        assertThat(load().beats())
                .extracting(Beat::subject)
                .containsExactly("patient 1", "patient 1", "patient 1", "patient 1", "patient 2", "patient 2");
        assertThat(provenance().takesRecordsForSubjects()).isFalse();
    }

    private void lead(String name, String lead) throws IOException {
        write(name, BEATS.toArray(Annotation[]::new));
        Path header = folder.resolve(name + ".hea");
        Files.writeString(header, Files.readString(header).replace("lead 0", lead));
    }

    private void write(String name, Annotation... annotations) throws IOException {
        RecordWriter.write(folder, name, SAMPLES, new ArrayList<>(List.of(annotations)));
    }

    private Beats load() throws IOException {
        return new WfdbProvider().load(bound(), context());
    }

    private Provenance provenance() throws IOException {
        return new WfdbProvider().provenance(bound(), context());
    }

    private WfdbSettings bound() {
        return SettingsSchema.of(new WfdbProvider().defaults()).bind(settings, "test");
    }

    private DatasetContext context() {
        return new DatasetContext(folder, Progress.NONE, Cancellation.NEVER);
    }
}
