package org.beatbench.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.contract.Mutants;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.beatbench.deep.training.TrainingSettings;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkFileTest {

    private static final int LENGTH = 40;
    private static final List<String> CLASSES = List.of("N", "S", "V");
    private static final LoadContext CONTEXT = new LoadContext(Form.row(LENGTH), CLASSES, 1);
    private static final LoadContext FORM_CONTEXT = new LoadContext(FormBeats.FORM, CLASSES, 1);
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String EMBEDDING = "org.deeplearning4j.nn.conf.layers.EmbeddingLayer";
    private static final TrainingSettings TRAINING = QuickTraining.settings();

    @TempDir
    Path folder;

    static Stream<Architecture> architectures() {
        return Stream.of(
                cnn("4 6", false, TimePooling.FLATTEN, 7, true, 0.2, false),
                cnn("4 6", true, TimePooling.MEAN, 0, false, 0, false),
                cnn("4 6", false, TimePooling.MAX, 7, false, 0.2, true),
                new ResNet(new ResNetSettings("4 6", 7, 5, false, TimePooling.MEAN_MAX, true, 0.2, TRAINING)),
                new ResNet(new ResNetSettings("4", 3, 3, true, TimePooling.MEAN, false, 0, TRAINING)),
                recurrent(RecurrentCell.GRU, true, StatePooling.END, false),
                recurrent(RecurrentCell.GRU, false, StatePooling.MEAN_MAX, false),
                recurrent(RecurrentCell.LSTM, true, StatePooling.MAX, false),
                recurrent(RecurrentCell.LSTM, true, StatePooling.MEAN, true),
                recurrent(RecurrentCell.LSTM, false, StatePooling.MEAN, true));
    }

    private static Architecture cnn(
            String widths,
            boolean normalised,
            TimePooling pooling,
            int hidden,
            boolean seesLength,
            double dropout,
            boolean stock) {
        return new Cnn(new CnnSettings(widths, 5, normalised, pooling, hidden, seesLength, dropout, stock, TRAINING));
    }

    private static Architecture recurrent(
            RecurrentCell cell, boolean bidirectional, StatePooling pooling, boolean stock) {
        return new RecurrentNetwork(
                cell, new RecurrentSettings(8, 3, 2, bidirectional, pooling, false, 0.2, TRAINING), stock);
    }

    private static MultiLayerNetwork network() {
        return NetworkBuilder.build(
                recurrent(RecurrentCell.GRU, false, StatePooling.MEAN, false), Form.row(LENGTH), CLASSES.size(), 3);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void readsWhatDeeplearning4jWrites(Architecture architecture) throws IOException {
        MultiLayerNetwork network = NetworkBuilder.build(architecture, Form.row(LENGTH), CLASSES.size(), 3);
        ModelSerializer.writeModel(network, file().toFile(), false);

        MultiLayerNetwork read = NetworkFile.read(folder, 0, CONTEXT);

        assertThat(answers(read)).isEqualTo(answers(network));
        assertThat(read.getLayerWiseConfigurations().toJson())
                .isEqualTo(network.getLayerWiseConfigurations().toJson());
    }

    @Test
    void isReadByDeeplearning4j() throws IOException {
        NetworkFile.write(network(), folder, 0);

        assertThat(answers(ModelSerializer.restoreMultiLayerNetwork(file().toFile(), false)))
                .isEqualTo(answers(NetworkFile.read(folder, 0, CONTEXT)));
    }

    /** The file was made by the first build that saved networks in this form. */
    @Test
    void readsWhatAnEarlierBuildWrote() throws IOException {
        byte[] earlier =
                NetworkFileTest.class.getResourceAsStream("network.zip").readAllBytes();
        Files.write(file(), earlier);

        NetworkFile.write(NetworkFile.read(folder, 0, CONTEXT), folder, 0);

        assertThat(Archive.entries(Files.readAllBytes(file())).get(COEFFICIENTS))
                .isEqualTo(Archive.entries(earlier).get(COEFFICIENTS));
    }

    private static Predictions answers(MultiLayerNetwork network) {
        SplittableRandom random = new SplittableRandom(1);
        Beats.Builder beats = Beats.builder(CLASSES, LENGTH);
        for (int beat = 0; beat < 5; beat++) {
            float[] samples = new float[LENGTH];
            for (int i = 0; i < LENGTH - beat; i++) {
                samples[i] = (float) random.nextDouble();
            }
            beats.add(samples, Beat.anonymous(Beat.UNLABELLED, LENGTH - beat));
        }
        try (NetworkModel model = new NetworkModel(network, 1)) {
            return model.predict(beats.build());
        }
    }

    @Test
    void refusesARepeatedEntry() throws IOException {
        Map<String, byte[]> entries = written();
        entries.put("coefficientZ.bin", entries.get(COEFFICIENTS));
        refuses(Archive.renamed(Archive.of(entries), "coefficientZ.bin", COEFFICIENTS))
                .withMessageContaining("more than a network");

        entries = written();
        Map<String, byte[]> twice = new LinkedHashMap<>();
        twice.put(CONFIGURATION, entries.get(CONFIGURATION));
        twice.put("configuratioZ.json", entries.get(CONFIGURATION));
        twice.put(COEFFICIENTS, entries.get(COEFFICIENTS));
        refuses(Archive.renamed(Archive.of(twice), "configuratioZ.json", CONFIGURATION))
                .withMessageContaining("holds \"configuration.json\" where coefficients.bin belongs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "normalizer.bin", "updaterState.bin", "noParams.marker", "notes.txt"})
    void refusesAnotherEntry(String name) throws IOException {
        Map<String, byte[]> entries = written();
        entries.put(name, "not read".getBytes(StandardCharsets.UTF_8));
        refuses(Archive.of(entries)).withMessageContaining("more than a network");

        Map<String, byte[]> first = new LinkedHashMap<>(Map.of(name, new byte[1]));
        first.putAll(written());
        refuses(Archive.of(first)).withMessageContaining('"' + name + '"');
    }

    @Test
    void refusesAnEntryThatTheListDoesNotName() throws IOException {
        byte[] more = Archive.contentOf(Archive.of(Map.of("notes.txt", new byte[3])));
        refuses(Archive.withUnlisted(Archive.of(written()), more)).withMessageContaining("more than a network");
    }

    @Test
    void refusesBytesBeforeAndBehindTheArchive() throws IOException {
        byte[] whole = Archive.of(written());
        refuses(Arrays.copyOf(whole, whole.length + 1)).withMessageContaining("its end");
        byte[] later = new byte[whole.length + 1];
        System.arraycopy(whole, 0, later, 1, whole.length);
        refuses(later).withMessageContaining("no entry configuration.json");
    }

    @Test
    void refusesAnArchiveWhoseListsDiffer() throws IOException {
        byte[] whole = Archive.of(written());
        int listed = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf(CONFIGURATION);
        whole[listed] = 'C';
        refuses(whole).withMessageContaining("its list of entries is not that of its content");
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        byte[] whole = Archive.of(written());
        for (int length = 0; length < whole.length; length += 7) {
            refuses(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void refusesAnEntryLargerThanItsNetwork() throws IOException {
        Map<String, byte[]> entries = written();
        entries.put(COEFFICIENTS, new byte[50_000_000]);
        refuses(Archive.of(entries)).withMessageContaining("coefficients.bin holds more than the ");

        entries = written();
        entries.put(CONFIGURATION, new byte[50_000_000]);
        refuses(Archive.of(entries)).withMessageContaining("configuration.json holds more than the 262144 bytes");
    }

    @Test
    void refusesFewerNumbersThanTheLayersHave() throws IOException {
        Map<String, byte[]> entries = written();
        entries.computeIfPresent(COEFFICIENTS, (name, bytes) -> Arrays.copyOf(bytes, bytes.length - 4));
        refuses(Archive.of(entries)).withMessageContaining(COEFFICIENTS);
        entries.computeIfPresent(COEFFICIENTS, (name, bytes) -> new byte[4]);
        refuses(Archive.of(entries)).withMessageContaining("holds fewer than the ");
    }

    @Test
    void refusesAFileForWhichThereIsNoRoom() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file().toFile(), "rw")) {
            sparse.setLength(Runtime.getRuntime().maxMemory() / 8 + 1);
        }
        refuses().withMessageContaining("Java has memory for");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWeightsThatAreNoNumbers(float value) throws IOException {
        Map<String, byte[]> entries = written();
        entries.computeIfPresent(COEFFICIENTS, (name, bytes) -> ByteBuffer.wrap(bytes)
                .putFloat(bytes.length - 8, value)
                .array());
        refuses(Archive.of(entries)).withMessageContaining("weights that are no numbers (" + value + ")");
    }

    static Stream<Arguments> unsoundConfigurations() {
        return Stream.of(
                Arguments.of("a repeated key", replacing("\"patch\" : 8", "\"patch\" : 8, \"patch\" : 8"), "patch"),
                Arguments.of(
                        "a class that is no layer",
                        replacing("org.beatbench.deep.layers.Patches", "java.util.ArrayList"),
                        "of a class that no network here has: java.util.ArrayList"),
                Arguments.of(
                        "a layer of DL4J's that no network has",
                        replacing("org.deeplearning4j.nn.conf.layers.DropoutLayer", EMBEDDING),
                        "of a class that no network here has: " + EMBEDDING),
                Arguments.of(
                        "another activation",
                        replacing("impl.ActivationSoftmax", "impl.ActivationSigmoid"),
                        "settings that no network here has"),
                Arguments.of(
                        "a class in an array",
                        replacing("\"weightNoise\" : null", "\"weightNoise\" : [ \"java.util.ArrayList\", { } ]"),
                        "settings that no network here has"),
                Arguments.of(
                        "a class as the name of an object",
                        replacing("\"stepFunction\" : null", "\"stepFunction\" : { \"java.util.ArrayList\" : { } }"),
                        "settings that no network here has"),
                Arguments.of(
                        "one key more",
                        replacing("\"dataType\" : \"FLOAT\"", "\"dataType\" : \"FLOAT\", \"notes\" : 1"),
                        "settings that no network here has"),
                Arguments.of("text behind it", (UnaryOperator<String>) json -> json + "{ }", "broken configuration"),
                Arguments.of("no JSON", (UnaryOperator<String>) json -> "network", "broken configuration"),
                Arguments.of("nothing", (UnaryOperator<String>) json -> "", "broken"),
                Arguments.of("an array", (UnaryOperator<String>) json -> "[ ]", "broken configuration"),
                Arguments.of(
                        "deep nesting",
                        (UnaryOperator<String>) json -> "[".repeat(100_000) + "]".repeat(100_000),
                        "broken configuration"),
                Arguments.of("an absurd number", replacing("\"units\" : 3", "\"units\" : 2000000000"), "units"),
                Arguments.of("a fraction", replacing("\"units\" : 3", "\"units\" : 3.5"), "fractional"),
                Arguments.of(
                        "more numbers than fit", replacing("\"units\" : 3", "\"units\" : 4096"), "coefficients.bin"));
    }

    private static UnaryOperator<String> replacing(String from, String to) {
        return json -> {
            assertThat(json).contains(from);
            return json.replace(from, to);
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsoundConfigurations")
    void refusesAConfigurationWith(String what, UnaryOperator<String> change, String why) throws IOException {
        Map<String, byte[]> entries = written();
        entries.computeIfPresent(CONFIGURATION, (name, bytes) -> change.apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
        refuses(Archive.of(entries)).withMessageContaining(why);
    }

    @Test
    void refusesANetworkForOtherBeats() throws IOException {
        NetworkFile.write(network(), folder, 0);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> NetworkFile.read(folder, 0, new LoadContext(Form.row(41), CLASSES, 1)))
                .withMessageContaining("is for beats of 40 samples and 3 classes, not of 41 and 3");
    }

    private static MultiLayerNetwork networkWithFeatures() {
        return NetworkBuilder.build(
                recurrent(RecurrentCell.GRU, false, StatePooling.MEAN, false), FormBeats.FORM, CLASSES.size(), 3);
    }

    @Test
    void isReadByDeeplearning4jWithFeaturesToo() throws IOException {
        NetworkFile.write(networkWithFeatures(), folder, 0);

        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file().toFile(), false);
        MultiLayerNetwork read = NetworkFile.read(folder, 0, FORM_CONTEXT);
        assertThat(read.params().toFloatVector())
                .isEqualTo(restored.params().toFloatVector())
                .isEqualTo(networkWithFeatures().params().toFloatVector());
        assertThat(read.getLayerWiseConfigurations().toJson())
                .isEqualTo(restored.getLayerWiseConfigurations().toJson());
    }

    static Stream<Arguments> otherForms() {
        return Stream.of(
                Arguments.of(Form.row(FormBeats.SAMPLES), "32 and 3"),
                Arguments.of(FormBeats.form(2, 4), "32 in 2 channels, 4 features and 3"),
                Arguments.of(FormBeats.form(3, 5), "32 in 3 channels, 5 features and 3"),
                Arguments.of(FormBeats.form(3, 0), "32 in 3 channels and 3"),
                Arguments.of(FormBeats.form(1, 4), "32, 4 features and 3"));
    }

    @ParameterizedTest
    @MethodSource("otherForms")
    void refusesANetworkForBeatsOfAnotherForm(Form other, String named) throws IOException {
        NetworkFile.write(networkWithFeatures(), folder, 0);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> NetworkFile.read(folder, 0, new LoadContext(other, CLASSES, 1)))
                .withMessageEndingWith(
                        "is for beats of 32 samples in 3 channels, 4 features and 3 classes, not of " + named);
    }

    static Stream<Arguments> unsoundFeatures() {
        return Stream.of(
                Arguments.of("no features", replacing("\"features\" : 4", "\"features\" : 0"), "at least 1"),
                Arguments.of(
                        "fewer features than none", replacing("\"features\" : 4", "\"features\" : -4"), "at least 1"),
                Arguments.of(
                        "an absurd number of features",
                        replacing("\"features\" : 4", "\"features\" : 2147483647"),
                        "2147483647 features"),
                Arguments.of("other features", replacing("\"features\" : 4", "\"features\" : 5"), "5 features"),
                Arguments.of("no units", replacing("\"units\" : 32", "\"units\" : 0"), "units must be 1 to 4096: 0"),
                Arguments.of(
                        "an absurd number of units", replacing("\"units\" : 32", "\"units\" : 5000"), "units must be"),
                Arguments.of("more units than numbers", replacing("\"units\" : 32", "\"units\" : 33"), COEFFICIENTS),
                Arguments.of(
                        "a join in the place of the first layer",
                        replacing(
                                "org.beatbench.deep.layers.Patches\",",
                                "org.beatbench.deep.layers.FeatureJoin\",\n\"features\" : 4, \"units\" : 3,"),
                        "is of no use"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsoundFeatures")
    void refusesFeaturesWith(String what, UnaryOperator<String> change, String why) throws IOException {
        NetworkFile.write(networkWithFeatures(), folder, 0);
        Map<String, byte[]> entries = Archive.entries(Files.readAllBytes(file()));
        entries.computeIfPresent(CONFIGURATION, (name, bytes) -> change.apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
        Files.write(file(), Archive.of(entries));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> NetworkFile.read(folder, 0, FORM_CONTEXT))
                .withMessageStartingWith(file() + ": ")
                .withMessageContaining(why);
    }

    @Test
    void meetsDamageWithAnIoException() throws IOException {
        byte[] whole = Archive.of(written());
        meetsDamage(Mutants.of(whole, 1).limit(100));
        for (String damaged : List.of(CONFIGURATION, COEFFICIENTS)) {
            Map<String, byte[]> entries = written();
            meetsDamage(Mutants.of(entries.get(damaged), 2).limit(100).map(mutant -> {
                entries.put(damaged, mutant);
                return Archive.of(entries);
            }));
        }
    }

    private void meetsDamage(Stream<byte[]> mutants) throws IOException {
        for (byte[] mutant : (Iterable<byte[]>) mutants::iterator) {
            Files.write(file(), mutant);
            try {
                // it may load all the same: no reader can tell that a weight has changed
                for (float weight :
                        NetworkFile.read(folder, 0, CONTEXT).params().toFloatVector()) {
                    assertThat(weight).isFinite();
                }
            } catch (IOException e) {
                assertThat(e).hasMessageStartingWith(file() + ": ");
            }
        }
    }

    private Map<String, byte[]> written() throws IOException {
        NetworkFile.write(network(), folder, 0);
        return Archive.entries(Files.readAllBytes(file()));
    }

    private ThrowableAssertAlternative<IOException> refuses(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
        return refuses();
    }

    private ThrowableAssertAlternative<IOException> refuses() {
        return assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> NetworkFile.read(folder, 0, CONTEXT))
                .withMessageStartingWith(file() + ": ");
    }

    private Path file() {
        return folder.resolve("network.zip");
    }
}
