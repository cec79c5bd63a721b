package org.beatbench.data.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.UserError;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;
import org.beatbench.data.export.KaggleExport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaggleProviderTest {

    private static final String ZEROS = "0.0,".repeat(185);

    @TempDir
    private Path folder;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        training(good("0.25", "1") + good("0.5", "0"));
        Files.writeString(folder.resolve("mitbih_test.csv"), good("1", "4.000000000000000000e+00"));
    }

    @Test
    void readsTrainingRowsThenTestRows() throws IOException {
        Beats beats = load();
        assertThat(beats.size()).isEqualTo(3);
        assertThat(beats.beats()).extracting(Beat::record).containsExactly("train", "train", "test");
        assertThat(beats.beats()).extracting(Beat::label).containsExactly(1, 0, 4);
        assertThat(beats.beats()).extracting(Beat::unpaddedLength).containsOnly(2);
        assertThat(beats.knowsSubjects()).isFalse();
        assertThat(beats.samples().at(0, 0)).isEqualTo(0.25f);
        assertThat(beats.samples().at(0, 1)).isEqualTo(0.125f);
    }

    @Test
    void givesBackWhatWasExported() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        Beats.Builder builder = Beats.builder(BeatClass.names(), BeatCutter.LENGTH);
        for (int i = 0; i < 700; i++) {
            float[] row = new float[BeatCutter.LENGTH];
            int length = random.nextInt(1, BeatCutter.LENGTH + 1);
            int range = random.nextInt(1, 2_048);
            for (int k = 0; k < length; k++) {
                row[k] = i % 2 == 0 ? (float) random.nextDouble() : (float) random.nextInt(1, range + 1) / range;
            }
            builder.add(row, Beat.anonymous(i * 5 / 700, length));
        }
        Beats beats = builder.build();
        Selection training = Selection.where(700, row -> row % 5 != 0);
        Selection test = Selection.where(700, row -> row % 5 == 0);
        KaggleExport.write(beats, training, test, folder, 1, Progress.NONE);
        Beats read = load();
        assertThat(read.classCounts()).isEqualTo(beats.classCounts());
        assertThat(rows(read, 0, 560)).containsExactlyInAnyOrderElementsOf(rows(beats.select(training), 0, 560));
        assertThat(rows(read, 560, 700)).containsExactlyInAnyOrderElementsOf(rows(beats.select(test), 0, 140));
    }

    @Test
    void acceptsWindowsLineEndsBlankLinesAtTheEndAndAMissingLastLineEnd() throws IOException {
        training((good("0.25", "1") + good("0.5", "0")).replace("\n", "\r\n") + "\r\n \n");
        assertThat(load().size()).isEqualTo(3);
        training(good("0.25", "1") + good("0.5", "0").strip());
        assertThat(load().size()).isEqualTo(3);
        training(good("0.25", "1") + good("0.5", "0").strip() + "\r");
        assertThat(load().size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    word  | 1   | mitbih_train.csv:2:1: not a finite number: word
                    NaN   | 1   | mitbih_train.csv:2:1: not a finite number: NaN
                    -inf  | 1   | mitbih_train.csv:2:1: not a finite number: -inf
                    1e999 | 1   | mitbih_train.csv:2:1: not a finite number: 1e999
                    0x1p3 | 1   | mitbih_train.csv:2:1: not a finite number: 0x1p3
                    0.5f  | 1   | mitbih_train.csv:2:1: not a finite number: 0.5f
                    ''    | 1   | mitbih_train.csv:2:1: not a finite number: nothing
                    1.001 | 1   | mitbih_train.csv:2:1: 1.001 is not between 0 and 1
                    -0.1  | 1   | mitbih_train.csv:2:1: -0.1 is not between 0 and 1
                    0.5   | 7   | mitbih_train.csv:2:188: the label must be a whole number from 0 to 4: 7
                    0.5   | 1.5 | mitbih_train.csv:2:188: the label must be a whole number from 0 to 4: 1.5
                    0.5   | -1  | mitbih_train.csv:2:188: the label must be a whole number from 0 to 4: -1
                    0.5   | N   | mitbih_train.csv:2:188: not a finite number: N
                    """)
    void namesFileLineAndColumn(String value, String label, String message) throws IOException {
        training(good("0.5", "0") + good(value, label));
        assertRefused().hasMessageContaining(message);
    }

    @Test
    void countsColumns() throws IOException {
        training(good("0.5", "0") + good("0.5", "0").replaceFirst("0.0,", "") + good("0.5,0.5", "0"));
        assertRefused()
                .hasMessageContaining("mitbih_train.csv:2:187: 187 columns instead of 188")
                .hasMessageContaining("mitbih_train.csv:3:189: 189 columns instead of 188");
    }

    @Test
    void namesProblemsOfEveryKindAndOfBothFiles() throws IOException {
        training(good("2", "0").repeat(5_000) + good("word", "0"));
        Files.writeString(folder.resolve("mitbih_test.csv"), good("1", "9"));
        assertRefused()
                .hasMessageContaining("mitbih_train.csv:1:1: 2 is not")
                .hasMessageContaining("mitbih_train.csv: and at least")
                .hasMessageContaining("mitbih_test.csv:1:188: the label");
        training(good("2", "0").repeat(500) + good("word", "0"));
        assertRefused().hasMessageContaining("mitbih_train.csv:501:1: not a finite number: word");
    }

    @Test
    void namesEmptyFilesAndHeaders() throws IOException {
        training("");
        assertRefused().hasMessageContaining("mitbih_train.csv: is empty");
        training("\n\n");
        assertRefused().hasMessageContaining("mitbih_train.csv: holds no rows");
        training("t,".repeat(187) + "label\n");
        assertRefused().hasMessageContaining("mitbih_train.csv:1:1: not a finite number: t (a header?");
    }

    @Test
    void namesBothFilesIfBothAreMissing() throws IOException {
        Files.delete(folder.resolve("mitbih_train.csv"));
        Files.delete(folder.resolve("mitbih_test.csv"));
        assertRefused()
                .hasMessageContaining("mitbih_train.csv does not exist")
                .hasMessageContaining("mitbih_test.csv does not exist");
    }

    @Test
    void asksWhetherLabelsWereCountedFromOne() throws IOException {
        training(good("0.25", "1") + good("0.5", "2") + good("0.5", "4"));
        write("mitbih_test.csv", good("1", "3.0"));

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(this::load)
                .withMessageContaining("no row has label 0 (class N); labels go from 1 to 4: were they counted from 1?")
                .satisfies(error -> assertThat(error.hint()).contains("first-label: 1"));
        // The question is asked of kept beats too.
        assertRefused().hasMessageContaining("were they counted from 1?");

        KaggleSettings fromOne = new KaggleSettings(folder.toString(), PublishedFiles.MITBIH, 1);
        assertThat(load(fromOne).beats()).extracting(Beat::label).containsExactly(0, 1, 3, 2);
        assertThat(new KaggleProvider().assumptions(fromOne, context()))
                .containsExactly(
                        "No row has label 5 (class Q); label 1, 2, 3, 4 stands for N, S, V, F.",
                        "Labels were counted from 1, as the setting first-label says.");
    }

    @Test
    void namesTheSettingWhereLabelsGoToFive() throws IOException {
        training(good("0.25", "1") + good("0.5", "5"));

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(this::load)
                .withMessageContaining("the label must be a whole number from 0 to 4: 5")
                .satisfies(error -> assertThat(error.hint()).contains("from 1? set first-label: 1"));
    }

    @Test
    void readsFilesWithoutTheLastClasses() throws IOException {
        training(good("0.25", "0") + good("0.5", "2"));
        write("mitbih_test.csv", good("1", "1"));

        assertThat(load().classCounts()).containsExactly(1, 1, 1, 0, 0);
        assertThat(new KaggleProvider()
                        .assumptions(new KaggleSettings(folder.toString(), PublishedFiles.MITBIH, 0), context()))
                .containsExactly("No row has label 3, 4 (classes F, Q); label 0, 1, 2 stands for N, S, V.");
        assertThat(new KaggleProvider()
                        .provenance(new KaggleSettings(folder.toString(), PublishedFiles.MITBIH, 0), context())
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("No row has label 3, 4");
    }

    @Test
    void takesNothingForGrantedOfThePublishedFiles() throws IOException {
        training(good("0.25", "0") + good("0.5", "1") + good("0.5", "2") + good("0.5", "3"));

        assertThat(new KaggleProvider()
                        .assumptions(new KaggleSettings(folder.toString(), PublishedFiles.MITBIH, 0), context()))
                .isEmpty();
    }

    @Test
    void refusesASingleClass() throws IOException {
        training(good("0.25", "0"));
        write("mitbih_test.csv", good("1", "0"));

        assertRefused().hasMessageContaining("all rows have label 0 (class N)");
    }

    @Test
    void readsThePtbRowsOfTwoClasses() throws IOException {
        write("ptbdb_normal.csv", good("0.25", "0.000000000000000000e+00").repeat(2));
        write("ptbdb_abnormal.csv", good("0.5", "1.0"));

        Beats beats = load(ptb());

        assertThat(beats.classes()).containsExactly("normal", "abnormal");
        assertThat(beats.beats()).extracting(Beat::label).containsExactly(0, 0, 1);
        assertThat(beats.beats()).extracting(Beat::record).containsOnly("");
        assertThat(new KaggleProvider().rate(ptb())).isEmpty();
        assertThat(new KaggleProvider().assumptions(ptb(), context()))
                .singleElement()
                .asString()
                .contains("diagnosis of the patient");
    }

    @Test
    void refusesPtbRowsOfTheOtherClass() throws IOException {
        write("ptbdb_normal.csv", good("0.25", "0") + good("0.25", "1"));
        write("ptbdb_abnormal.csv", good("0.5", "0"));

        assertThatThrownBy(() -> load(ptb()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("ptbdb_normal.csv: 1 row has another label than 0 (normal)")
                .hasMessageContaining("ptbdb_abnormal.csv: 1 row has another label than 1 (abnormal)");
    }

    @Test
    void namesTheSettingWhereOnlyThePtbFilesAreThere() throws IOException {
        write("ptbdb_normal.csv", good("0.25", "0"));
        write("ptbdb_abnormal.csv", good("0.5", "1"));
        Files.delete(folder.resolve("mitbih_test.csv"));

        assertThatExceptionOfType(UserError.class).isThrownBy(this::load).satisfies(error -> assertThat(error.hint())
                .startsWith("set files: ptbdb to read ptbdb_normal.csv"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0;0.5;0.5 | values are separated by semicolons; commas are read
                    0,1,2,3,4 | this line counts the columns; leave it out
                    """)
    void saysWhatTheFirstLineIs(String line, String remark) throws IOException {
        training(line + "\n" + good("0.5", "0"));
        assertRefused().hasMessageContaining("mitbih_train.csv:1: " + remark);
    }

    @Test
    void asksWhetherTheLabelStandsFirst() throws IOException {
        training("1," + "0.5,".repeat(186) + "0.25\n" + "0," + "0.5,".repeat(186) + "0.75\n");
        assertRefused().hasMessageContaining("mitbih_train.csv:1: does the label stand first?");
    }

    @Test
    void refusesALineWithoutEndAtOnce() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("mitbih_train.csv").toFile(), "rw")) {
            file.setLength(0);
            file.setLength(1 << 30);
        }
        assertRefused().hasMessageContaining("mitbih_train.csv:1:1: the line is longer than 16384 bytes");
        training("0.5,".repeat(1_000_000));
        assertRefused().hasMessageContaining("the line is longer than 16384 bytes");
    }

    @Test
    void refusesLinesThatEndLikeThoseOfOldMacs() throws IOException {
        training(good("0.5", "0").repeat(1_000).replace('\n', '\r'));
        assertRefused().hasMessageContaining("the line is longer than");
    }

    private Beats load() throws IOException {
        return load(new KaggleSettings(folder.toString(), PublishedFiles.MITBIH, 0));
    }

    private Beats load(KaggleSettings settings) throws IOException {
        return new KaggleProvider().load(settings, context());
    }

    private DatasetContext context() {
        return new DatasetContext(folder, Progress.NONE, Cancellation.NEVER);
    }

    private KaggleSettings ptb() {
        return new KaggleSettings(folder.toString(), PublishedFiles.PTBDB, 0);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(this::load).isInstanceOf(UserError.class);
    }

    private void training(String text) throws IOException {
        Files.writeString(folder.resolve("mitbih_train.csv"), text);
    }

    /** A row of 188 columns. */
    private static String good(String first, String label) {
        return first + ",0.125," + ZEROS + label + "\n";
    }

    private static List<List<Float>> rows(Beats beats, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(row -> {
                    List<Float> values = new ArrayList<>();
                    for (float value : beats.samples().row(row)) {
                        values.add(value);
                    }
                    values.add((float) beats.label(row));
                    values.add((float) beats.beat(row).unpaddedLength());
                    return values;
                })
                .toList();
    }
}
