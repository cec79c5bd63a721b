package org.beatbench.data.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.api.perturbation.InvertedLead;
import org.beatbench.data.context.Reference;
import org.beatbench.data.context.Surroundings;
import org.beatbench.data.recording.Annotation;
import org.beatbench.data.wfdb.RecordWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MitdbProviderTest {

    private static final int[] SAMPLES = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4};
    private static final List<Annotation> BEATS =
            List.of(Annotation.of(1, "N"), Annotation.of(10, "V"), Annotation.of(18, "N"));

    @TempDir
    private Path data;

    private Path folder;

    @BeforeEach
    void writeRecords() throws IOException {
        folder = Files.createDirectory(data.resolve("mitdb"));
        RecordWriter.write(folder, "a", SAMPLES, BEATS);
        RecordWriter.write(folder, "b", SAMPLES, BEATS);
    }

    @Test
    void cutsEveryRecordOfTheFolderInOrderAndTellsItsProgress() throws IOException {
        List<String> heard = new ArrayList<>();
        Progress progress = (stage, done, total) -> heard.add(stage + " " + done + "/" + total);
        Beats beats = load(new MitdbProvider().defaults(), progress, Cancellation.NEVER);
        assertThat(beats.beats()).extracting(Beat::record).containsExactly("a", "a", "b", "b");
        assertThat(beats.beats()).extracting(Beat::label).containsExactly(0, 2, 0, 2);
        assertThat(heard).containsExactly("record 1/2", "record 2/2");
    }

    @Test
    void loadsTheSameFromTheCacheUntilARecordChanges() throws IOException {
        Beats beats = load();
        assertThat(folder.resolve(".beatbench-cache")).isNotEmptyDirectory();
        assertThat(load()).isEqualTo(beats);
        RecordWriter.write(folder, "b", SAMPLES, BEATS.subList(0, 2));
        assertThat(load().size()).isEqualTo(3);
    }

    @Test
    void saysHowToGetTheRecords() {
        DatasetContext nowhere = new DatasetContext(data.resolve("none"), Progress.NONE, Cancellation.NEVER);
        assertThatThrownBy(() -> new MitdbProvider().load(new MitdbProvider().defaults(), nowhere))
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.hint())
                        .contains("beatbench fetch mitdb")
                        .contains("--data"));
    }

    @Test
    void namesTheProblemsOfAllRecords() throws IOException {
        Files.delete(folder.resolve("a.atr"));
        Files.writeString(folder.resolve("b.dat"), "text");
        assertThatThrownBy(this::load)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2 of 2 records")
                .hasMessageContaining("a.atr does not exist")
                .hasMessageContaining("b.dat: 4 bytes");
    }

    @Test
    void tellsWhichRecordsOfTheDatabaseAreHere() throws IOException {
        assertThat(assumptions()).startsWith("None of the 48 records of the database is here.");
        RecordWriter.write(folder, "100", SAMPLES, BEATS);
        RecordWriter.write(folder, "234", SAMPLES, BEATS);
        assertThat(assumptions()).startsWith("Only 2 of the 48 records are here: 100, 234.");
    }

    @Test
    void tellsWhichRecordsOfTheDatabaseAreMissing() throws IOException {
        for (int number = 100; number < 235; number++) {
            if (number != 107 && number != 230) {
                RecordWriter.write(folder, Integer.toString(number), SAMPLES, BEATS);
            }
        }
        assertThat(assumptions()).startsWith("Only 46 of the 48 records are here; missing: 107, 230.");
        RecordWriter.write(folder, "107", SAMPLES, BEATS);
        RecordWriter.write(folder, "230", SAMPLES, BEATS);
        assertThat(assumptions()).noneMatch(sentence -> sentence.contains("48 records"));
    }

    @Test
    void tellsOfWhichRecordsASentenceIsTrue() throws IOException {
        RecordWriter.write(folder, "c", 360, "16", new int[][] {SAMPLES, SAMPLES}, BEATS);
        assertThat(assumptions())
                .contains("Record c: Signal 0 (lead 0) of 2 is used; the others are not looked at.")
                .contains("All records but c: Signal 0 (lead 0) of 1 is used; the others are not looked at.")
                .contains("The record is taken for a person of its own.");
    }

    @Test
    void takesAnotherFolderAndAnotherSignal() throws IOException {
        MitdbSettings settings = new MitdbSettings(
                new RecordSettings(folder.toString(), "1", false, Surroundings.KAGGLE, Reference.LATE), "");
        assertThatThrownBy(() -> load(settings, Progress.NONE, Cancellation.NEVER))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has no signal 1");
    }

    @Test
    void leavesOutRecordsThatAreToBeSkipped() throws IOException {
        assertThat(load(new MitdbSettings(RecordSettings.DEFAULTS, "a"), Progress.NONE, Cancellation.NEVER)
                        .beats())
                .extracting(Beat::record)
                .containsExactly("b", "b");
        MitdbSettings wrong = new MitdbSettings(RecordSettings.DEFAULTS, "102");
        assertThatThrownBy(() -> load(wrong, Progress.NONE, Cancellation.NEVER))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("skip: there is no record 102");
    }

    @Test
    void resamplesOnlyIfItMay() throws IOException {
        RecordWriter.write(folder, "b", 250, "16", new int[][] {SAMPLES}, BEATS);
        assertThatThrownBy(this::load).isInstanceOf(UserError.class).hasMessageContaining("250 samples a second");
        assertThat(load(
                                new MitdbSettings(
                                        new RecordSettings("", "0", true, Surroundings.KAGGLE, Reference.LATE), ""),
                                Progress.NONE,
                                Cancellation.NEVER)
                        .size())
                .isEqualTo(4);
    }

    @Test
    void disturbsTheRecordsOfChosenBeatsOnly() throws IOException {
        Beats beats = load();
        Files.delete(folder.resolve("a.dat"));
        Beats ofB = beats.select(Selection.of(3, 2));

        Beats inverted = perturbed(ofB);
        assertThat(inverted.beats()).extracting(Beat::record).containsExactly("b", "b");
        assertThat(inverted.samples().at(1, 0)).isCloseTo(1 - ofB.samples().at(1, 0), within(1e-6f));
        assertThatThrownBy(() -> perturbed(beats))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a.dat does not exist");
    }

    @Test
    void tellsRecordsOfOneNameInTwoFoldersApart() throws IOException {
        Path below = Files.createDirectory(folder.resolve("more"));
        RecordWriter.write(below, "a", SAMPLES, BEATS);
        Files.writeString(folder.resolve("RECORDS"), "a\nmore/a\n");

        Beats beats = load();
        Beats ofBelow = beats.select(Selection.of(2, 3));
        assertThat(ofBelow.beats()).extracting(Beat::record).containsExactly("more/a", "more/a");
        Files.delete(folder.resolve("a.dat"));
        assertThat(perturbed(ofBelow).beats()).extracting(Beat::record).containsExactly("more/a", "more/a");

        Files.writeString(folder.resolve("RECORDS"), "a\n");
        assertThatThrownBy(() -> perturbed(ofBelow))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no record more/a in " + folder + " any more");
    }

    private Beats perturbed(Beats chosen) throws IOException {
        return new MitdbProvider()
                .perturbed(
                        new MitdbProvider().defaults(),
                        chosen,
                        List.of(new InvertedLead()),
                        1,
                        new DatasetContext(data, Progress.NONE, Cancellation.NEVER))
                .get(0);
    }

    @Test
    void stopsWhenItIsTold() {
        assertThatThrownBy(() -> load(new MitdbProvider().defaults(), Progress.NONE, () -> true))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void isFoundAsAService() {
        List<String> ids = new ArrayList<>();
        for (DatasetProvider<?> provider : ServiceLoader.load(DatasetProvider.class)) {
            ids.add(provider.info().id());
        }
        assertThat(ids).contains("mitdb", "kaggle");
    }

    private List<String> assumptions() throws IOException {
        return new MitdbProvider()
                .assumptions(
                        new MitdbProvider().defaults(), new DatasetContext(data, Progress.NONE, Cancellation.NEVER));
    }

    private Beats load() throws IOException {
        return load(new MitdbProvider().defaults(), Progress.NONE, Cancellation.NEVER);
    }

    private Beats load(MitdbSettings settings, Progress progress, Cancellation cancellation) throws IOException {
        return new MitdbProvider().load(settings, new DatasetContext(data, progress, cancellation));
    }
}
