package org.beatbench.data.ucr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UcrProviderTest {

    private static final String TS_HEAD = "# comment\n@problemName Toy\n@timeStamps false\n@missing false\n"
            + "@univariate true\n@equalLength true\n@classLabel true a b\n@data\n";

    @TempDir
    Path data;

    @Test
    void readsTabSeparatedSeries() throws IOException {
        write("ucr/Toy_TRAIN.tsv", "2\t0.5\t-1e-3\t3\n1\t1\t2\t3\n");
        write("ucr/Toy_TEST.tsv", "10\t7\t8\t9\n");

        Beats beats = load(false);

        assertThat(beats.classes()).containsExactly("1", "2", "10");
        assertThat(beats.length()).isEqualTo(3);
        assertThat(beats.samples().row(0)).containsExactly(0.5f, -1e-3f, 3);
        assertThat(beats.beats())
                .containsExactly(
                        new Beat(1, 3, Double.NaN, Double.NaN, "", "train", -1, ""),
                        new Beat(0, 3, Double.NaN, Double.NaN, "", "train", -1, ""),
                        new Beat(2, 3, Double.NaN, Double.NaN, "", "test", -1, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,2.5,3\r\n-1,4,5\r\n", "  1.0000000e+00   2.5  3\n -1  4 5", "\uFEFF1\t2.5\t3\n\n-1\t4\t5\n"})
    void readsOtherSeparatorsAndLineEnds(String text) throws IOException {
        write("ucr/Toy/Toy_TRAIN.txt", text);
        write("ucr/Toy/Toy_TEST.txt", text);

        Beats beats = load(false);

        assertThat(beats.classes()).containsExactly("-1", "1");
        assertThat(beats.size()).isEqualTo(4);
        assertThat(beats.samples().row(0)).containsExactly(2.5f, 3);
    }

    @Test
    void readsTheFormatOfSktime() throws IOException {
        write("ucr/Toy_TRAIN.ts", TS_HEAD + "1.5,2:b\n3,4:a\n");
        write("ucr/Toy_TEST.ts", TS_HEAD + "5,6 : a \n");

        Beats beats = load(false);

        assertThat(beats.classes()).containsExactly("a", "b");
        assertThat(beats.label(0)).isEqualTo(1);
        assertThat(beats.samples().row(2)).containsExactly(5, 6);
    }

    @Test
    void keepsTheOrderOfTheClassesThatAreDeclared() throws IOException {
        String head = "@classLabel true low Medium high none\n@data\n";
        write("ucr/Toy_TRAIN.ts", head + "1,2:high\n3,4:low\n");
        write("ucr/Toy_TEST.ts", "@data\n5,6:Medium\n");

        Beats beats = load(false);

        assertThat(beats.classes()).containsExactly("low", "Medium", "high", "none");
        assertThat(beats.classCounts()).containsExactly(1, 1, 1, 0);
    }

    @Test
    void knowsADeclaredNumberHoweverItIsWritten() throws IOException {
        write("ucr/Toy_TRAIN.ts", "@classLabel true 2 1\n@data\n1,2:1.0\n3,4:2\n");
        write("ucr/Toy_TEST.ts", "@classLabel true 1.0 2.0\n@data\n5,6:1\n");

        assertThat(load(false).classes()).containsExactly("2", "1");
    }

    @Test
    void refusesALabelThatIsNotDeclared() throws IOException {
        String head = "@classLabel true low medium high\n@data\n";
        write("ucr/Toy_TRAIN.ts", head + "1,2:high\n3,4:Low\n5,6:low\n");
        write("ucr/Toy_TEST.ts", "@data\n5,6:medium\n5,6:med\n");

        assertThatThrownBy(() -> load(false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Toy_TRAIN.ts:4: class \"Low\" is not among those declared (low, medium, high)")
                .hasMessageContaining(
                        "Toy_TEST.ts:3: class \"med\" is not among those that the training file declares");

        write("ucr/Toy_TRAIN.ts", "@data\n1,2:high\n3,4:hi\n");
        write("ucr/Toy_TEST.ts", head + "5,6:medium\n");
        assertThatThrownBy(() -> load(false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(
                        "Toy_TRAIN.ts:3: class \"hi\" is not among those that the test file declares (low, medium, high)");
    }

    @Test
    void refusesFilesThatDeclareDifferentClassesOrOneTwice() throws IOException {
        write("ucr/Toy_TRAIN.ts", "@classLabel true a b\n@data\n1,2:a\n3,4:b\n");
        write("ucr/Toy_TEST.ts", "@classLabel true a c\n@data\n5,6:a\n");
        assertThatThrownBy(() -> load(false))
                .hasMessageContaining("Toy_TEST.ts: declares the classes a, c, and the training file a, b");

        write("ucr/Toy_TEST.ts", "@classLabel true a b a\n@data\n5,6:a\n");
        assertThatThrownBy(() -> load(false)).hasMessageContaining("Toy_TEST.ts:1: declares a class twice: a");
    }

    @Test
    void readsLabelsThatStandLast() throws IOException {
        write("ucr/Toy_TRAIN.csv", "0.5,-1e-3,sick\n1,NaN,well\n");
        write("ucr/Toy_TEST.csv", "7,8,well\n");

        Beats beats = load(true, LabelPlace.LAST);

        assertThat(beats.classes()).containsExactly("sick", "well");
        assertThat(beats.samples().row(0)).containsExactly(0.5f, -1e-3f);
        assertThat(beats.beat(1).unpaddedLength()).isEqualTo(1);
    }

    @Test
    void readsFromAFolderOfOnesOwn() throws IOException {
        Path folder = data.resolve("elsewhere");
        write("elsewhere/Toy_TRAIN.tsv", "1\t2\n2\t2\n");
        write("elsewhere/Toy_TEST.tsv", "1\t2\n");

        Beats beats =
                new UcrProvider().load(new UcrSettings(folder.toString(), "Toy", false, LabelPlace.FIRST), context());

        assertThat(beats.size()).isEqualTo(3);
    }

    @Test
    void refusesUnequalLengthsUnlessTheyAreToBePadded() throws IOException {
        write("ucr/Toy_TRAIN.tsv", "1\t1\t2\t3\n2\t1\tNaN\tNaN\n");
        write("ucr/Toy_TEST.tsv", "1\t1\t2\n");

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> load(false))
                .withMessageContaining("Toy_TRAIN.tsv:2: 1 values; the longest series has 3")
                .withMessageContaining("Toy_TEST.tsv:1: 2 values; the longest series has 3")
                .satisfies(e -> assertThat(e.hint()).contains("pad"));

        Beats beats = load(true);
        assertThat(beats.samples().row(1)).containsExactly(1, 0, 0);
        assertThat(beats.beat(1).unpaddedLength()).isEqualTo(1);
        assertThat(beats.samples().row(2)).containsExactly(1, 2, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1;2;x          | value 2 is not a number: 'x'",
                "1;2;0x1p3      | value 2 is not a number: '0x1p3'",
                "1;Infinity;2   | value 1 is not a number: 'Infinity'",
                "1;1e99;2       | value 1 is too great: 1e99",
                "1;NaN;2        | value 1 is missing",
                "1;;2           | value 1 is missing",
                "1              | no values",
                "1;NaN          | no values",
                "1;2;sick       | value 2 is not a number: 'sick' (a label? with label: last it stands there)",
                "NaN;1;2        | no label"
            })
    void saysWhichLineIsWrong(String line, String problem) throws IOException {
        write("ucr/Toy_TRAIN.tsv", "1\t1\t2\n" + line.strip().replace(';', '\t') + "\n");
        write("ucr/Toy_TEST.tsv", "1\t1\t2\n");

        assertThatThrownBy(() -> load(false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Toy_TRAIN.tsv:2: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,?:a                | value 2 is missing; series with gaps are not supported",
                "1,2                  | no label",
                "1,2:                 | no label",
                "1,2:3,4:a            | a series of 2 dimensions",
                "@univariate false    | series of several dimensions are not supported",
                "@timeStamps true     | series with time stamps are not supported",
                "@classLabel false    | series without labels are not supported"
            })
    void saysWhichLineOfTheFormatOfSktimeIsWrong(String line, String problem) throws IOException {
        write("ucr/Toy_TRAIN.ts", TS_HEAD + line.strip() + "\n");
        write("ucr/Toy_TEST.ts", TS_HEAD + "1,2:a\n1,2:b\n");

        assertThatThrownBy(() -> load(false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Toy_TRAIN.ts:9: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "label,t0,t1,t2,t3,t4,t5,t6,t7,t8 | value 1 is not a number: 't0' (a header? there must be none)",
                "0,1,2,3,4,5,6,7,8,9              | this line counts the columns (a header? there must be none)",
                "1;0.5;0.5                        | values are separated by semicolons; only tabs",
                "1;0,5;0,5                        | values are separated by semicolons; only tabs"
            })
    void saysWhenTheFirstLineIsNoSeries(String line, String problem) throws IOException {
        write("ucr/Toy_TRAIN.txt", line.strip() + "\n1,1,2,3,4,5,6,7,8,9\n");
        write("ucr/Toy_TEST.txt", "2,1,2,3,4,5,6,7,8,9\n");

        assertThatThrownBy(() -> load(false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Toy_TRAIN.txt:1: " + problem);
    }

    @Test
    void saysWhenDataBeginBeforeTheirDescriptionEnds() throws IOException {
        write("ucr/Toy_TRAIN.ts", "@problemName Toy\n1,2:a\n");
        write("ucr/Toy_TEST.ts", TS_HEAD + "1,2:a\n");

        assertThatThrownBy(() -> load(false)).hasMessageContaining("Toy_TRAIN.ts:2: a series before @data");
    }

    @Test
    void namesTenProblemsAndCountsTheRest() throws IOException {
        write("ucr/Toy_TRAIN.tsv", "1\tx\n".repeat(12));
        write("ucr/Toy_TEST.tsv", "1\ty\n");

        assertThatThrownBy(() -> load(false))
                .hasMessageContaining("Toy_TRAIN.tsv:10:")
                .hasMessageNotContaining("Toy_TRAIN.tsv:11:")
                .hasMessageEndingWith("and 3 more");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        write("ucr/Toy_TRAIN.tsv", "");
        write("ucr/Toy_TEST.tsv", "1\t2\n");

        assertThatThrownBy(() -> load(false)).isInstanceOf(UserError.class).hasMessageEndingWith("holds no series");
    }

    @Test
    void refusesASingleClass() throws IOException {
        write("ucr/Toy_TRAIN.tsv", "1\t2\n");
        write("ucr/Toy_TEST.tsv", "1.0\t2\n");

        assertThatThrownBy(() -> load(false))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("all series are of class 1");
    }

    @Test
    void refusesWhatIsNotText() throws IOException {
        Files.createDirectories(data.resolve("ucr"));
        Files.write(data.resolve("ucr/Toy_TRAIN.tsv"), new byte[] {'1', '\t', (byte) 0xC3, (byte) 0x28, '\n'});
        write("ucr/Toy_TEST.tsv", "1\t2\n");

        assertThatThrownBy(() -> load(false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Toy_TRAIN.tsv:1: this line, or one below, is not text in UTF-8");
    }

    @Test
    void refusesALineWithoutEnd() throws IOException {
        write("ucr/Toy_TRAIN.tsv", "1".repeat(4_000_001));
        write("ucr/Toy_TEST.tsv", "1\t2\n");

        assertThatThrownBy(() -> load(false))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Toy_TRAIN.tsv:1: is longer than 4000000 characters");
    }

    @Test
    void saysWhichProblemsThereAre() throws IOException {
        write("ucr/ECG200_TRAIN.tsv", "1\t2\n");
        write("ucr/Wafer/Wafer_TRAIN.ts", TS_HEAD);

        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> load(false))
                .withMessageContaining("no Toy_TRAIN (.tsv, .txt, .csv, .ts)")
                .satisfies(e -> assertThat(e.hint()).endsWith("ECG200, Wafer"));
    }

    @Test
    void saysWhereItLookedIfThereIsNothing() {
        assertThatExceptionOfType(UserError.class).isThrownBy(() -> load(false)).satisfies(e -> assertThat(e.hint())
                .contains(data.resolve("ucr").toString()));
    }

    @Test
    void refusesANameThatIsAPath() {
        UcrSettings settings = new UcrSettings("", "../Toy", false, LabelPlace.FIRST);

        assertThatThrownBy(() -> new UcrProvider().load(settings, context())).isInstanceOf(UserError.class);
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        write("ucr/Toy_TRAIN.tsv", "1\t2\n");
        write("ucr/Toy_TEST.tsv", "2\t2\n");

        assertThatThrownBy(() -> new UcrProvider()
                        .load(
                                new UcrSettings("", "Toy", false, LabelPlace.FIRST),
                                new DatasetContext(data, Progress.NONE, () -> true)))
                .isInstanceOf(CancelledException.class);
    }

    private Beats load(boolean pad) throws IOException {
        return load(pad, LabelPlace.FIRST);
    }

    private Beats load(boolean pad, LabelPlace label) throws IOException {
        return new UcrProvider().load(new UcrSettings("", "Toy", pad, label), context());
    }

    private DatasetContext context() {
        return new DatasetContext(data, Progress.NONE, Cancellation.NEVER);
    }

    private void write(String name, String text) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
