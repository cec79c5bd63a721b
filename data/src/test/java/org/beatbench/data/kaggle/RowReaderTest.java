package org.beatbench.data.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Form;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

    private static final List<String> CLASSES = List.of("N", "S", "V");
    private static final RowForm FORM = new RowForm(Form.row(4), CLASSES, false, true);
    private static final RowForm LABELLED = new RowForm(Form.row(4), CLASSES, true, true);
    private static final RowForm UNSCALED = new RowForm(Form.row(4), CLASSES, false, false);

    private static RowReader open(String text, RowForm form) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8), form);
    }

    private static RowReader open(byte[] bytes, RowForm form) throws IOException {
        return RowReader.open(new ByteArrayInputStream(bytes), "beats.csv", form, "rows are made so");
    }

    private static List<Beats> blocks(RowReader reader) throws IOException {
        List<Beats> blocks = new ArrayList<>();
        try (reader) {
            for (Optional<Beats> block = reader.next(); block.isPresent(); block = reader.next()) {
                blocks.add(block.get());
            }
        }
        return blocks;
    }

    private static Beats read(String text, RowForm form) throws IOException {
        return blocks(open(text, form)).get(0);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(String text, RowForm form) {
        return assertThatThrownBy(() -> blocks(open(text, form))).isInstanceOf(UserError.class);
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void readsSamplesAndTheLengthBeforeTheZerosAtTheEnd() throws IOException {
        Beats beats = read("0.5,0,1,0\n0,0,0,0\n1,1,1,1e-3\n", FORM);

        assertThat(beats.samples().row(0)).containsExactly(0.5f, 0, 1, 0);
        assertThat(beats.beats()).extracting(Beat::unpaddedLength).containsExactly(3, 0, 4);
        assertThat(beats.beats()).extracting(Beat::label).containsOnly(Beat.UNLABELLED);
        assertThat(beats.classes()).isEqualTo(CLASSES);
    }

    @Test
    void readsLabels() throws IOException {
        Beats beats = read("0.5,0,1,0,2\n1,1,1,1,0.000000000000000000e+00\n", LABELLED);

        assertThat(beats.beats()).extracting(Beat::label).containsExactly(2, 0);
        assertThat(beats.length()).isEqualTo(4);
    }

    @Test
    void takesValuesOfAnySizeWhereTheModelDid() throws IOException {
        assertThat(read("-3,0,1e5,2\n", UNSCALED).samples().row(0)).containsExactly(-3, 0, 1e5f, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b,c,d\n",
                "\"t0\",\"t1\",\"t2\",\"t3\"\r\n",
                ",x,,y\n",
                "only one name\n",
                "\uFEFFa,b,c,d\n",
                "\n \na,b,c,d\n\n",
                "\uFEFF",
                "\n\r\n",
                ""
            })
    void passesOverNamesOfColumnsAndBlankLines(String head) throws IOException {
        assertThat(read(head + "1,0,0,0\n0,1,0,0\n", FORM).size()).isEqualTo(2);
        assertThatThrownBy(() -> read(head + "1,0,0,0\n0,x,0,0\n", FORM))
                .hasMessage("beats.csv:"
                        + (2 + head.chars().filter(c -> c == '\n').count()) + ":2: not a finite number: x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nan,nan,nan,nan | not a finite number: nan
                    ,,,             | not a finite number: nothing
                    null,NA,inf,N/A | not a finite number: null
                    a,0.5,0,0       | not a finite number: a
                    """)
    void doesNotTakeAWrongRowForNames(String line, String message) {
        assertRefused(line + "\n1,0,0,0\n", FORM)
                .hasMessageContaining("beats.csv:1:")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,1,2,3", "1,2,3,4", "\"0\",\"1\",\"2\",\"3\""})
    void recognizesALineThatCountsTheColumns(String line) throws IOException {
        assertRefused(line + "\n1,0,0,0\n", FORM).hasMessage("beats.csv:1: this line counts the columns");
        assertThat(read("0,1,2,3\n", UNSCALED).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0.5,0,0       | beats.csv:2: 3 columns instead of 4    | rows are made so
                    0.5           | beats.csv:2: 1 column instead of 4     | rows are made so
                    0.5;0;0;0     | beats.csv:2: 1 column instead of 4     | rows are made so
                    0.5,0,0,0,0,0 | beats.csv:2: 6 columns instead of 4    | rows are made so
                    0.5,0,0,0,1   | beats.csv:2: 5 columns instead of 4    | if the last column is the label, add --labelled; rows are made so
                    """)
    void refusesRowsOfAnotherWidthAtTheFirst(String line, String message, String hint) {
        assertThatThrownBy(() -> open("a,b\n" + line + "\n1,0,0\n", FORM))
                .isInstanceOf(UserError.class)
                .hasMessage(message)
                .extracting(problem -> ((UserError) problem).hint())
                .isEqualTo(hint);
    }

    @Test
    void saysWhereALabelIsExpectedAndNotThere() {
        assertThatThrownBy(() -> open("0.5,0,0,1\n", LABELLED))
                .hasMessage("beats.csv:1: 4 columns instead of 5")
                .extracting(problem -> ((UserError) problem).hint())
                .isEqualTo("without labels, leave out --labelled; rows are made so");
    }

    @Test
    void namesLineAndColumnOfWhatIsWrong() {
        assertRefused("1,0,0,0\n1,0,1.5,0\n", FORM).hasMessage("beats.csv:2:3: 1.5 is not between 0 and 1");
        assertRefused("1,0,0,0\n\n1,0,0\n", FORM).hasMessage("beats.csv:3:3: 3 columns instead of 4");
        assertRefused("1,0,0,0,3\n", LABELLED)
                .hasMessage("beats.csv:1:5: the label must be a whole number from 0 to 2: 3");
        assertRefused("1,0,0,0,V\n", LABELLED).hasMessage("beats.csv:1:5: not a finite number: V");
        assertRefused("x,0,NaN,0\n".repeat(2), UNSCALED)
                .hasMessage("wrong rows:\n  beats.csv:1:1: not a finite number: x\n"
                        + "  beats.csv:1:3: not a finite number: NaN\n"
                        + "  beats.csv:2:1: not a finite number: x\n  beats.csv: and at least 1 more");
    }

    @ParameterizedTest
    @CsvSource({"'', is empty", "'\n \n', holds no rows", "'a,b,c,d\n', holds no rows"})
    void refusesAFileWithoutRows(String text, String message) {
        assertRefused(text, FORM).hasMessage("beats.csv " + message);
        assertThatThrownBy(() -> open(text, FORM).check(Progress.NONE, Cancellation.NEVER))
                .hasMessage("beats.csv " + message);
    }

    @Test
    void doesNotReadALineWithoutEnd() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '1';
            }

            @Override
            public int read(byte[] target, int from, int count) {
                Arrays.fill(target, from, from + count, (byte) '1');
                return count;
            }
        };
        assertThatThrownBy(() -> RowReader.open(endless, "beats.csv", FORM, "").next())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("beats.csv:1:1: the line is longer than 16384 bytes");
    }

    @Test
    void readsGzipWhateverItsName() throws IOException {
        byte[] text = "1,0,0,0\n0.5,0.25,0,0\n".getBytes(StandardCharsets.UTF_8);

        assertThat(blocks(open(zipped(text), FORM))).isEqualTo(blocks(open(text, FORM)));
    }

    @Test
    void saysThatAGzipFileIsNotWhole() throws IOException {
        byte[] whole = zipped("1,0,0,0\n0.5,0.25,0,0\n".repeat(2_000).getBytes(StandardCharsets.UTF_8));
        for (int kept : new int[] {2, 9, whole.length / 2, whole.length - 1}) {
            assertThatThrownBy(() -> blocks(open(Arrays.copyOf(whole, kept), FORM)))
                    .as("%d bytes", kept)
                    .isInstanceOf(UserError.class)
                    .hasMessage("beats.csv is a gzip file that is damaged or not whole");
        }
        byte[] changed = whole.clone();
        changed[whole.length - 6] ^= 1;
        assertThatThrownBy(() -> blocks(open(changed, FORM))).hasMessageContaining("damaged");
    }

    /** As a pipe gives it: a few bytes at a time. */
    private static InputStream trickle(byte[] bytes, SplittableRandom random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int count) {
                return super.read(target, from, Math.min(count, random.nextInt(1, 400)));
            }
        };
    }

    @Test
    void makesTheSameBlocksHoweverTheBytesCome() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 2_500; row++) {
            text.append(random.nextDouble())
                    .append(",0,")
                    .append(random.nextDouble())
                    .append(",0\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        List<Beats> blocks = blocks(open(bytes, FORM));

        assertThat(blocks).extracting(Beats::size).containsExactly(1_024, 1_024, 452);
        assertThat(blocks(RowReader.open(trickle(bytes, random), "pipe", FORM, "")))
                .isEqualTo(blocks);
        assertThat(open(bytes, FORM).check(Progress.NONE, Cancellation.NEVER)).isEqualTo(2_500);
    }

    @Test
    void readsWhatTheReaderOfThePublishedFilesReads() throws IOException {
        String text = "1.000000000000000000e+00,0.0,9.779411554336547852e-01,0.0,1.000000000000000000e+00\n";
        CsvRows published = CsvBlock.parse(LABELLED, text.getBytes(StandardCharsets.UTF_8));
        Beats beats = read(text, LABELLED);

        assertThat(beats.samples().row(0)).containsExactly(published.samples());
        assertThat(beats.beat(0)).isEqualTo(Beat.anonymous(published.label(0), published.length(0)));
    }

    @Test
    void tellsAllKindsOfProblemsOfAWholeFileAtOnce() throws IOException {
        String good = "1,0,0,0\n".repeat(3_000);
        try (RowReader reader = open(good + "2,0,0,0\n" + good + "1,0,0\n" + good + "1,x,0,0", FORM)) {
            assertThatThrownBy(() -> reader.check(Progress.NONE, Cancellation.NEVER))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("beats.csv:3001:1: 2 is not between 0 and 1")
                    .hasMessageContaining("beats.csv:6002:3: 3 columns instead of 4")
                    .hasMessageContaining("beats.csv:9003:2: not a finite number: x");
        }
    }
}
