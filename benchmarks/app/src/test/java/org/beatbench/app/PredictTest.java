package org.beatbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Selection;
import org.beatbench.experiment.Hash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PredictTest {

    @TempDir
    private static Path shared;

    private static Path model;
    private static Beats beats;

    @TempDir
    private Path folder;

    private Path rows;
    private final Locale locale = Locale.getDefault();
    private final InputStream standardInput = System.in;

    @BeforeAll
    static void train() throws IOException {
        model = shared.resolve("model");
        assertThat(Cli.run(
                                "train",
                                "decision-tree",
                                "--dataset",
                                "synthetic",
                                "--set",
                                "subjects=6",
                                "--set",
                                "beats=60",
                                "--out",
                                model.toString())
                        .exitCode())
                .isZero();
        beats = BeatRows.synthetic(Map.of("subjects", "4", "beats", "50", "seed", "3"));
    }

    @BeforeEach
    void write() throws IOException {
        rows = BeatRows.write(beats, folder.resolve("beats.csv"), false);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        System.setIn(standardInput);
    }

    private static Cli predict(String... arguments) {
        List<String> all = new ArrayList<>(List.of("predict", model.toString()));
        all.addAll(List.of(arguments));
        return Cli.run(all.toArray(new String[0]));
    }

    private Cli predictText(String text, String... more) throws IOException {
        List<String> all = new ArrayList<>(
                List.of(Files.writeString(folder.resolve("text.csv"), text).toString()));
        all.addAll(List.of(more));
        return predict(all.toArray(new String[0]));
    }

    private static void assertRefused(Cli answer, String message) {
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(2);
        assertThat(answer.err()).startsWith("error: ").contains(message).contains("\nhint:  ");
    }

    @Test
    void answersEveryRowAndSaysNothingElse() {
        Cli answer = predict(rows.toString());

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out().lines()).hasSize(beats.size() + 1).first().isEqualTo("row,class,p:N,p:S,p:V,p:F,p:Q");
        assertThat(answer.out().lines().skip(1))
                .allMatch(line -> line.matches("\\d+,[NSVFQ](,\\d\\.\\d+(E-\\d+)?){5}"));
    }

    @Test
    void judgesNoRowInWhichTheSignalDoesNotMove() throws IOException {
        String flat = "0.5,".repeat(60) + "0,".repeat(126) + "0";
        String text = "0,".repeat(186) + "0\n" + BeatRows.row(beats, 0) + "\n" + flat + "\n";

        Cli answer = predictText(text);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out().lines().toList()).element(1).isEqualTo("1,,,,,,");
        assertThat(answer.out().lines().toList().get(2)).matches("2,[NSVFQ],.*");
        assertThat(answer.out().lines().toList()).element(3).isEqualTo("3,,,,,,");
        assertThat(answer.err())
                .isEqualTo(
                        "warning: 2 rows are flat: 1, 3; nothing can be told from a signal that does not move, so they have"
                                + " no class" + System.lineSeparator());

        JsonNode first = new JsonMapper()
                .readTree(predictText(text, "--json").out())
                .get("predictions")
                .get(0);
        assertThat(first.get("class").isNull()).isTrue();
        assertThat(first.get("probabilities").isNull()).isTrue();
        assertThat(first.get("reason").asString()).isEqualTo("flat");

        Cli labelled = predictText(
                "0,".repeat(187) + "0\n" + BeatRows.row(beats, 0) + "," + beats.label(0) + "\n", "--labelled");
        assertThat(labelled.err()).contains("row 1 is flat").contains("not counted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "ar-EG-u-nu-arab", "tr-TR"})
    void writesTheSameBytesInEveryLocale(String language) throws IOException {
        Locale.setDefault(Locale.ROOT);
        String csv = predict(rows.toString()).out();
        String json = predict(rows.toString(), "--json").out();

        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(predict(rows.toString()).out()).isEqualTo(csv);
        assertThat(predict(rows.toString(), "--json").out()).isEqualTo(json);
        Path out = folder.resolve("answers.csv");
        assertThat(predict(rows.toString(), "--out", out.toString()).exitCode()).isZero();
        assertThat(out).hasBinaryContent(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsStandardInputAndGzipAndFilesWithNamesOfColumns() throws IOException {
        String expected = predict(rows.toString()).out();
        byte[] text = Files.readAllBytes(rows);

        System.setIn(new ByteArrayInputStream(text));
        assertThat(predict("-").out()).isEqualTo(expected);

        Path zipped = folder.resolve("beats.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(text);
        }
        assertThat(predict(zipped.toString()).out()).isEqualTo(expected);

        assertThat(predictText("first,second,third\n" + Files.readString(rows)).out())
                .isEqualTo(expected);
    }

    @Test
    void writesOneJsonDocument() {
        Cli answer = predict(rows.toString(), "--json");
        JsonNode document = new JsonMapper().readTree(answer.out());

        assertThat(answer.err()).isEmpty();
        assertThat(document.path("model").asString()).isEqualTo("decision-tree");
        assertThat(document.path("labels").size()).isEqualTo(5);
        assertThat(document.path("predictions").size()).isEqualTo(beats.size());
        assertThat(document.path("predictions").path(2).path("row").asInt()).isEqualTo(3);
        assertThat(document.path("predictions").path(2).path("probabilities").size())
                .isEqualTo(5);
        assertThat(document.has("scores")).isFalse();
    }

    @Test
    void tellsHowWellItDidWhereTheRowsHaveLabels() throws IOException {
        String labelled =
                BeatRows.write(beats, folder.resolve("labelled.csv"), true).toString();
        String answers = predict(rows.toString()).out();
        Cli csv = predict(labelled, "--labelled");
        long right = answers.lines()
                .skip(1)
                .map(line -> line.split(","))
                .filter(fields -> fields[1].equals(beats.classes().get(beats.label(Integer.parseInt(fields[0]) - 1))))
                .count();

        assertThat(csv.out()).isEqualTo(answers);
        assertThat(csv.err())
                .contains("Scores on labelled beats, n = " + beats.size())
                .contains("single beats, which is too narrow for new patients")
                .contains("not learned from");

        JsonNode scores = new JsonMapper()
                .readTree(predict(labelled, "--labelled", "--json").out())
                .path("scores");
        assertThat(scores.path("accuracy").path("estimate").asDouble()).isEqualTo(right / (double) beats.size());
        assertThat(scores.path("unit").asString()).isEqualTo("beat");

        Path out = folder.resolve("answers.csv");
        Cli file = predict(labelled, "--labelled", "--out", out.toString());
        assertThat(out).hasContent(answers);
        assertThat(file.out()).contains("Scores on labelled beats");
        assertThat(file.err()).isEmpty();
    }

    @Test
    void refusesALabelItWasNotToldOf() throws IOException {
        Path labelled = BeatRows.write(beats, folder.resolve("labelled.csv"), true);
        Cli answer = predict(labelled.toString());

        assertRefused(answer, labelled + ":1: 188 columns instead of 187");
        assertThat(answer.err()).contains("add --labelled", "187 numbers from 0 to 1, a beat at 120 samples a second");
        assertRefused(predict(rows.toString(), "--labelled"), rows + ":1: 187 columns instead of 188");
    }

    @Test
    void saysOneThingOfARowThatIsTooShort() throws IOException {
        Path file = Files.writeString(folder.resolve("short.csv"), "0.1,0.2,0.3\n");
        Cli answer = predict(file.toString());

        assertRefused(answer, file + ":1: 3 columns instead of 187");
        assertThat(answer.err().lines()).hasSize(2);
        assertThat(answer.err()).contains("with zeros after its end").doesNotContain("signal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.5    | :3:1: 1.5 is not between 0 and 1
                    -0.25  | :3:1: -0.25 is not between 0 and 1
                    NaN    | :3:1: not a finite number: NaN
                    1e99   | :3:1: not a finite number: 1e99
                    word   | :3:1: not a finite number: word
                    ''     | :3:1: not a finite number: nothing
                    0.5,0  | :3:188: 188 columns instead of 187
                    """)
    void namesThePlaceOfAWrongValueAndAnswersNothing(String value, String message) throws IOException {
        String good = BeatRows.row(beats, 0);
        String wrong = value + good.substring(good.indexOf(','));

        assertRefused(predictText(good + "\n" + good + "\n" + wrong + "\n" + good + "\n"), message);
    }

    @Test
    void leavesNoFileWhereARowIsWrong() throws IOException {
        String good = BeatRows.row(beats, 0) + "\n";
        String wrong = "2" + good.substring(good.indexOf(','));
        Path out = folder.resolve("out/answers.csv");
        Files.createDirectory(out.getParent());

        assertRefused(predictText(good.repeat(3_000) + wrong, "--out", out.toString()), ":3001:1: ");
        assertThat(out.getParent()).isEmptyDirectory();

        System.setIn(new ByteArrayInputStream((good.repeat(3_000) + wrong).getBytes(StandardCharsets.UTF_8)));
        assertThat(predict("-", "--out", out.toString()).exitCode()).isEqualTo(2);
        assertThat(out.getParent()).isEmptyDirectory();
    }

    @Test
    void refusesAnotherRate() {
        assertThat(predict(rows.toString(), "--rate", "120").exitCode()).isZero();
        assertRefused(
                predict(rows.toString(), "--rate", "125"),
                "the rows have 125 samples a second, and the model learned from beats with 120");
        assertRefused(predict(rows.toString(), "--rate", "NaN"), "samples a second");
        assertThat(predict(rows.toString(), "--rate", "fast").err()).contains("'fast' is not a double");
    }

    @Test
    void cannotCheckTheRateOfAModelThatDoesNotKnowIt() throws IOException {
        Path other = shared.resolve("without-rate");
        copy(model, other);
        Path card = other.resolve("model.json");
        Files.writeString(card, Files.readString(card).replace("\"rate\" : 120.0,", ""));
        reseal(other);

        assertThat(Cli.run("predict", other.toString(), rows.toString()).exitCode())
                .isZero();
        assertRefused(
                Cli.run("predict", other.toString(), rows.toString(), "--rate", "120"), "--rate 120 cannot be checked");
    }

    @Test
    void refusesWhatIsNoFileOfRows() throws IOException {
        assertRefused(predict(folder.resolve("never").toString()), "there is no file");
        assertRefused(predict(folder.toString()), "is a folder");
        assertRefused(predictText(""), "is empty");
        assertRefused(predictText("a,b,c\n"), "holds no rows");
        assertRefused(predictText("{\"not\": \"csv\"}\n"), "column");
        Path zipped = Files.write(folder.resolve("b.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        assertRefused(predict(zipped.toString()), "gzip file that is damaged");
        System.setIn(new ByteArrayInputStream(new byte[0]));
        assertRefused(predict("-"), "standard input is empty");
    }

    @Test
    void refusesAPlaceWhereItCannotWriteOrWouldDoHarm() throws IOException {
        String before = Files.readString(rows);

        assertRefused(predict(rows.toString(), "--out", rows.toString()), "holds the beats that are to be answered");
        assertRefused(predict(rows.toString(), "--out", folder.toString()), "is a folder");
        assertRefused(predict(rows.toString(), "--out", folder + "/no/such/folder.csv"), "cannot be written");
        assertRefused(predict(rows.toString(), "--out", "/dev/null"), "is no regular file");
        assertThat(rows).hasContent(before);
    }

    @Test
    void refusesAModelThatIsNone() throws IOException {
        assertRefused(Cli.run("predict", folder.resolve("never").toString(), rows.toString()), "there is no folder");
        assertRefused(Cli.run("predict", rows.toString(), rows.toString()), "is a file, and a model is a folder");
        assertRefused(Cli.run("predict", folder.toString(), rows.toString()), "holds no model");
        Path damaged = shared.resolve("damaged");
        copy(model, damaged);
        Path payload = damaged.resolve("payload/model.tribuo");
        byte[] bytes = Files.readAllBytes(payload);
        bytes[bytes.length / 2] ^= 1;
        Files.write(payload, bytes);
        assertRefused(Cli.run("predict", damaged.toString(), rows.toString()), payload + " is not what was saved");
        Files.delete(payload);
        assertRefused(Cli.run("predict", damaged.toString(), rows.toString()), payload + " is missing");
    }

    @Test
    void refusesAModelWhoseAnswersAreNone() throws IOException {
        Path unsound = shared.resolve("unsound");
        copy(model, unsound);
        Path payload = unsound.resolve("payload/model.tribuo");
        Path card = unsound.resolve("model.json");
        String hash = Hash.of(payload);
        // leaves that are sure of a class by 2, not by 1
        String content = Files.readString(payload, StandardCharsets.ISO_8859_1);
        Files.writeString(
                payload, content.replace("\0\0\0\0\0\0\u00f0?", "\0\0\0\0\0\0\0@"), StandardCharsets.ISO_8859_1);
        Files.writeString(card, Files.readString(card).replace(hash, Hash.of(payload)));
        reseal(unsound);

        assertRefused(
                Cli.run("predict", unsound.toString(), rows.toString()), unsound + " gives answers that are none: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10000"})
    void refusesAStrangeNumberOfThreads(String threads) {
        assertRefused(predict(rows.toString(), "--threads", threads), "--threads must be 1 to 9999: " + threads);
    }

    @Test
    void answersTheSameWithMoreThreadsAndWholeOrInParts() throws IOException {
        Beats many = beats.select(Selection.of(
                IntStream.range(0, 2_300).map(i -> i % beats.size()).toArray()));
        Path file = BeatRows.write(many, folder.resolve("many.csv"), false);
        List<String> once = predict(rows.toString()).out().lines().skip(1).toList();
        List<String> often =
                predict(file.toString(), "--threads", "4").out().lines().skip(1).toList();

        assertThat(often).hasSize(2_300);
        for (int i = 0; i < often.size(); i++) {
            String answer = once.get(i % beats.size());
            assertThat(often.get(i)).isEqualTo((i + 1) + answer.substring(answer.indexOf(',')));
        }
    }

    /** As if the model had been saved so. */
    private static void reseal(Path model) throws IOException {
        StringBuilder seal = new StringBuilder();
        for (String file : List.of("check.json", "model.json", "payload/model.tribuo")) {
            seal.append(Hash.of(model.resolve(file))).append("  ").append(file).append('\n');
        }
        Files.writeString(model.resolve("SHA256SUMS"), seal);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("payload"));
        Files.copy(from.resolve("model.json"), to.resolve("model.json"));
        Files.copy(from.resolve("SHA256SUMS"), to.resolve("SHA256SUMS"));
        Files.copy(from.resolve("check.json"), to.resolve("check.json"));
        Files.copy(from.resolve("payload/model.tribuo"), to.resolve("payload/model.tribuo"));
    }
}
