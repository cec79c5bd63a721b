package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved model answers the marked beats of recordings, in whatever format. */
class PredictRecordingTest {

    private static final int SECONDS = 20;
    private static final int RATE = 360;
    private static final String TABLE =
            "sample,symbol\n" + marks().stream().map(mark -> mark + ",N\n").collect(Collectors.joining());

    @TempDir
    private static Path shared;

    private static Path model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        model = shared.resolve("model");
        train("synthetic", model);
    }

    private static void train(String dataset, Path out, String... settings) {
        List<String> arguments =
                new ArrayList<>(List.of("train", "decision-tree", "--dataset", dataset, "--out", out.toString()));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        if (dataset.equals("synthetic")) {
            arguments.addAll(List.of("--set", "subjects=6", "--set", "beats=60"));
        }
        Cli train = Cli.run(arguments.toArray(String[]::new));
        assertThat(train.exitCode()).as(train.err()).isZero();
    }

    @BeforeEach
    void write() throws IOException {
        writeCsv();
        Files.writeString(folder.resolve("r_annotations.csv"), TABLE);
    }

    /** Every 300 samples, but one that comes early. */
    private static List<Integer> marks() {
        List<Integer> marks = new ArrayList<>();
        for (int sample = 200; sample < SECONDS * RATE - 200; sample += 300) {
            marks.add(marks.size() == 7 ? sample - 80 : sample);
        }
        return marks;
    }

    /** In steps of 5 µV. */
    private static int[] samples() {
        int[] samples = new int[SECONDS * RATE];
        for (int i = 0; i < samples.length; i++) {
            double value = 5 * Math.sin(i / 100.0);
            for (int mark : marks()) {
                value += 200 * Math.exp(-Math.pow((i - mark) / 8.0, 2))
                        + 40 * Math.exp(-Math.pow((i - mark - 90) / 25.0, 2));
            }
            samples[i] = (int) Math.round(value);
        }
        return samples;
    }

    private void writeCsv() throws IOException {
        StringBuilder text = new StringBuilder("'sample #','MLII'\n");
        int[] samples = samples();
        for (int i = 0; i < samples.length; i++) {
            text.append(i).append(',').append(1_024 + samples[i]).append('\n');
        }
        Files.writeString(folder.resolve("r.csv"), text);
    }

    private static ByteBuffer littleEndian(int[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int sample : samples) {
            bytes.putShort((short) sample);
        }
        return bytes;
    }

    private void writeWfdb(Path place) throws IOException {
        Files.createDirectories(place);
        Files.writeString(place.resolve("r.hea"), "r 1 360 " + samples().length + "\nr.dat 16 200 12 0\n");
        Files.write(place.resolve("r.dat"), littleEndian(samples()).array());
        ByteBuffer marks = ByteBuffer.allocate(2 * marks().size() + 2).order(ByteOrder.LITTLE_ENDIAN);
        int before = 0;
        for (int mark : marks()) {
            marks.putShort((short) (1 << 10 | (mark - before)));
            before = mark;
        }
        Files.write(place.resolve("r.atr"), marks.array());
    }

    private void writeEdf(Path place) throws IOException {
        Files.createDirectories(place);
        Files.write(place.resolve("r.edf"), OneLeadEdf.bytes("ECG MLII", RATE, samples()));
        Files.writeString(place.resolve("r_annotations.csv"), TABLE);
    }

    private static Cli predict(String... arguments) {
        List<String> all = new ArrayList<>(List.of("predict", model.toString()));
        all.addAll(List.of(arguments));
        return Cli.run(all.toArray(String[]::new));
    }

    private String csv() {
        return folder.resolve("r.csv").toString();
    }

    @Test
    void answersEachBeatWithItsPlaceAndTime() {
        Cli answer = predict(csv(), "--rate", "360");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out().lines())
                .hasSize(marks().size())
                .first()
                .isEqualTo("row,record,sample,time,class,p:N,p:S,p:V,p:F,p:Q,second,flags");
        assertThat(answer.out().lines().skip(1)).first().asString().startsWith("1,r,200,0.556,");
        assertThat(answer.out().lines().skip(1).map(line -> line.split(",")[2]).map(Integer::valueOf))
                .containsExactlyElementsOf(marks().subList(0, marks().size() - 1));
        assertThat(answer.err())
                .isEqualTo("note: " + csv() + ": beats of signal 0 (MLII), recorded at 360 samples a second\n");
    }

    @Test
    void answersTheSameWhateverTheFormat() throws IOException {
        Path wfdb = folder.resolve("wfdb");
        Path edf = folder.resolve("edf");
        writeWfdb(wfdb);
        writeEdf(edf);
        String expected = predict(csv(), "--rate", "360").out();

        assertThat(predict(wfdb.resolve("r.hea").toString()).out()).isEqualTo(expected);
        assertThat(predict(wfdb.resolve("r").toString()).out()).isEqualTo(expected);
        assertThat(predict(edf.resolve("r.edf").toString()).out()).isEqualTo(expected);
    }

    @Test
    void answersBeatsWithTheirSurroundingsWhereTheModelWantsThem() throws IOException {
        Path wfdb = folder.resolve("wfdb");
        writeWfdb(wfdb);
        Path other = shared.resolve("one-lead");
        train("wfdb", other, "folder=" + wfdb, "form=one-lead");

        Cli answer = Cli.run("predict", other.toString(), wfdb.resolve("r").toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out().lines()).hasSize(marks().size());
        assertThat(answer.out().lines().skip(1)).allMatch(line -> line.split(",")[4].equals("N"));
    }

    @Test
    void writesJsonWithPlaces() {
        assertThat(predict(csv(), "--rate", "360", "--json").out())
                .contains("{ \"row\" : 1, \"record\" : \"r\", \"sample\" : 200, \"time\" : 0.556, \"class\" :");
    }

    @Test
    void tellsHowWellTheModelDoesWhereMarksSayTheClass() throws IOException {
        assertThat(predict(csv(), "--rate", "360", "--labelled").err()).contains("labelled");

        Files.writeString(
                folder.resolve("r_annotations.csv"), TABLE.replace("symbol", "").replace(",N", ""));
        assertThat(predict(csv(), "--rate", "360").exitCode()).isZero();
        Cli refused = predict(csv(), "--rate", "360", "--labelled");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("none says what kind of beat it is");
    }

    @Test
    void findsBeatsThatNobodyMarked() throws IOException {
        Path edf = folder.resolve("edf");
        writeEdf(edf);
        Files.delete(edf.resolve("r_annotations.csv"));

        Cli answer = predict(edf.resolve("r.edf").toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("its " + marks().size() + " beats were found, not marked");
        assertThat(answer.out().lines()).hasSize(marks().size());

        Cli found = predict(csv(), "--rate", "360", "--detect", "--summary");
        assertThat(found.exitCode()).as(found.err()).isZero();
        assertThat(found.out()).contains("by the model").doesNotContain("by the marks");

        Cli wanted = predict(edf.resolve("r.edf").toString(), "--labelled");
        assertThat(wanted.exitCode()).isEqualTo(2);
        assertThat(wanted.err()).contains("has no marks of beats");
        assertThat(predict(csv(), "--rate", "360", "--detect", "--annotator", "qrs")
                        .err())
                .contains("leave out one of them");
    }

    @Test
    void tellsWhatTheAnswersComeTo() throws IOException {
        Cli summary = predict(csv(), "--rate", "360", "--summary");

        assertThat(summary.exitCode()).as(summary.err()).isZero();
        assertThat(summary.out())
                .contains("Not a medical device", "by the marks", "pauses ≥ 2.0 s", "V burden")
                .doesNotContain("p:N");
        String document = predict(csv(), "--rate", "360", "--summary", "--json").out();
        assertThat(document).contains("\"id\" : \"rr-longest\"", "\"reference\" : 20.0", "\"flags\" : [ \"first\" ]");
        assertThat(predict(shared.resolve("none.csv").toString(), "--summary").err())
                .contains("--summary, --marks, --page and --figures are for recordings");
    }

    @Test
    void writesItsAnswersAsMarks() throws IOException {
        Path marks = folder.resolve("out/r.pred");

        assertThat(predict(csv(), "--rate", "360", "--marks", marks.toString()).exitCode())
                .isZero();
        assertThat(predict(csv(), "--rate", "360", "--marks", marks.toString()).exitCode())
                .isZero();
        Path wfdb = folder.resolve("wfdb");
        writeWfdb(wfdb);
        Files.copy(marks, wfdb.resolve("r.pred"));
        Cli again = predict(wfdb.resolve("r").toString(), "--annotator", "pred");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out().lines()).hasSize(marks().size());

        Files.writeString(marks, "mine");
        Cli refused = predict(csv(), "--rate", "360", "--marks", marks.toString());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("was not written by predict");
    }

    @Test
    void writesAPageOfTheRecordingAndItsFigures() throws IOException {
        Path page = folder.resolve("out/r.html");
        Path edf = folder.resolve("edf");
        writeEdf(edf);

        Cli answer =
                predict(edf.resolve("r.edf").toString(), "--page", page.toString(), "--figures", folder.toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).isEqualTo("Page: " + page.toUri() + "\n");
        assertThat(Files.readString(page))
                .contains(
                        "Not a medical device",
                        "<dd>" + marks().size() + ": ",
                        "Those of the file, which also say the class",
                        "what it is</",
                        "longest time from a beat to the next",
                        "Not known: it learned from all beats there were")
                .doesNotContain("does not say how many millivolts");
        for (String form : List.of("png", "svg", "csv")) {
            assertThat(folder.resolve("figures/strip-1." + form)).isNotEmptyFile();
        }
        Cli json = predict(csv(), "--rate", "360", "--json", "--page", page.toString());
        assertThat(json.out()).startsWith("{").doesNotContain("Page: ");
        assertThat(json.err()).contains("Page: ");
        assertThat(Files.readString(page))
                .as("the table does not tell its unit")
                .contains("Heights are not to scale");
    }

    @Test
    void aPageTakesNoOthersPlace() throws IOException {
        Path wfdb = folder.resolve("wfdb");
        writeWfdb(wfdb);
        String header = wfdb.resolve("r.hea").toString();

        assertThat(predict(header, "--page", header).err()).contains("belongs to the recording");
        assertThat(predict(header, "--page", wfdb.toString()).err()).contains("is a folder");
        assertThat(predict(header, "--page", csv(), "--out", csv()).err()).contains("--out and --page both name");
    }

    @Test
    void takesATableWithoutMarksForRowsAndSaysWhatASignalNeeds() throws IOException {
        Files.delete(folder.resolve("r_annotations.csv"));

        Cli answer = predict(csv());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("2 columns instead of 187").contains("r_annotations.csv");
    }

    @Test
    void refusesWhatDoesNotFit() throws IOException {
        assertThat(predict(csv()).err()).contains("does not tell its samples a second");
        assertThat(predict(csv(), "--rate", "360", "--signal", "V9").err()).contains("has no lead V9");
        assertThat(predict(csv(), "--rate", "360", "--annotator", "qrs").err())
                .contains("there are no marks beside it");
        Path rows = Files.writeString(folder.resolve("rows.csv"), "0,1\n");
        assertThat(predict(rows.toString(), "--signal", "II").err())
                .contains(
                        "--signal, --annotator, --detect, --summary, --marks, --page and --figures are for recordings");
        assertThat(predict(
                                csv(),
                                "--rate",
                                "360",
                                "--out",
                                folder.resolve("r_annotations.csv").toString())
                        .err())
                .contains("holds the beats that are to be answered");
    }
}
