package org.beatbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.experiment.ClassifierUse;
import org.beatbench.experiment.Hash;
import org.beatbench.files.FolderTree;
import org.beatbench.harness.NearestMeanProvider;
import org.beatbench.plugins.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {

    private static final Catalogue CATALOGUE =
            Catalogue.open(ModelFolderTest.class.getClassLoader(), Path.of("target", "nowhere"));

    private static final Beats BEATS = Beats.builder(Cards.CLASSES, 2)
            .add(new float[] {0.1f, 0.2f}, Beat.anonymous(Beat.UNLABELLED, 2))
            .build();

    /** What the tiny classifier can load. */
    record Saved(String text) implements TrainedModel {

        @Override
        public Predictions predict(Beats beats) {
            try {
                Path folder = Files.createTempDirectory("beatbench-test-");
                save(folder);
                try (TrainedModel loaded =
                        new NearestMeanProvider().load(folder, new LoadContext(beats.form(), beats.classes(), 1))) {
                    return loaded.predict(beats);
                } finally {
                    FolderTree.delete(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void save(Path folder) throws IOException {
            Files.writeString(folder.resolve("means.txt"), text);
        }
    }

    @TempDir
    private Path temporary;

    private Path folder;
    private Path card;

    @BeforeEach
    void save() {
        folder = save("model", Cards.use(), "10 0.1 0.9");
        card = folder.resolve("model.json");
    }

    private Path save(String name, ClassifierUse use, String text) {
        Path target = temporary.resolve(name);
        try (ModelDraft draft = ModelDraft.of(target, false)) {
            draft.save(Cards.card(use), new Saved(text));
        }
        return target;
    }

    private static TrainedModel load(Path folder) throws IOException {
        ModelFolder model = ModelFolder.open(folder);
        return model.load(model.classifier(CATALOGUE), 1);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Path folder) {
        return assertThatThrownBy(() -> load(folder)).isInstanceOf(UserError.class);
    }

    private void replace(String from, String to) throws IOException {
        String text = Files.readString(card);
        assertThat(text).contains(from);
        Files.writeString(card, text.replace(from, to));
        reseal();
    }

    /** What is asked then is what else is noticed. */
    private void reseal() throws IOException {
        Path seal = folder.resolve("SHA256SUMS");
        Files.writeString(seal, Files.readString(seal).replaceFirst("[0-9a-f]{64}(?=  model.json)", Hash.of(card)));
    }

    @Test
    void answersAsItDidWhenItWasSaved() throws IOException {
        ModelFolder model = ModelFolder.open(folder);
        ModelReplay replay = model.replay(model.classifier(CATALOGUE), 1);

        assertThat(replay).isEqualTo(new ModelReplay(20, 0, 0));
        assertThat(replay.isSame()).isTrue();
        assertThat(new ModelReplay(20, 0, 0.001).isSame()).isFalse();
        assertThat(new ModelReplay(20, 1, 0).isSame()).isFalse();

        Path known = folder.resolve("check.json");
        String text = Files.readString(known);
        int answers = text.indexOf("probabilities");
        Files.writeString(
                known, text.substring(0, answers) + text.substring(answers).replaceFirst("0\\.\\d+", "0.25"));
        assertRefused(folder).hasMessageContaining("check.json are not those in SHA256SUMS");
        Path seal = folder.resolve("SHA256SUMS");
        Files.writeString(seal, Files.readString(seal).replaceFirst("[0-9a-f]{64}(?=  check.json)", Hash.of(known)));
        assertThat(model.replay(model.classifier(CATALOGUE), 1).isSame()).isFalse();
        for (String odd : List.of("1e999", "null")) {
            Files.writeString(known, text.replaceFirst("0\\.\\d+", odd));
            assertThatThrownBy(() -> model.replay(model.classifier(CATALOGUE), 1))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(known.toString());
        }
        Files.write(known, new byte[(64 << 20) + 1]);
        assertRefused(folder).hasMessage(known + " is too large to be of a model");
        Files.delete(known);
        assertRefused(folder).hasMessage(known + " is missing");
    }

    @Test
    void noticesAnotherCard() throws IOException {
        String text = Files.readString(card);
        Files.writeString(card, text.replace("\"A\", \"B\"", "\"B\", \"A\""));
        assertThat(Files.readString(card)).isNotEqualTo(text);
        assertRefused(folder)
                .hasMessage(
                        folder
                                + " is not what was saved: the hashes of model.json and check.json are not those in SHA256SUMS");
        Files.writeString(card, text);
        load(folder).close();

        Path seal = folder.resolve("SHA256SUMS");
        Files.writeString(seal, Files.readString(seal).replaceFirst("\n[0-9a-f]", "\nx"));
        assertRefused(folder).hasMessageContaining("SHA256SUMS");
        Files.write(seal, new byte[] {(byte) 0xff});
        assertRefused(folder).hasMessageContaining("SHA256SUMS");
        Files.delete(seal);
        assertRefused(folder).hasMessage(seal + " is missing");
    }

    @Test
    void givesBackCardAndModel() throws IOException {
        ModelFolder model = ModelFolder.open(folder);

        assertThat(model.card())
                .isEqualTo(Cards.card(Cards.use()).with(model.card().payload()));
        assertThat(model.warnings(model.classifier(CATALOGUE))).isEmpty();
        try (TrainedModel loaded = load(folder)) {
            assertThat(loaded.predict(BEATS).label(0)).isZero();
        }
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        assertRefused(temporary.resolve("never")).hasMessageContaining("there is no folder");
        assertRefused(card).hasMessageContaining("is a file, and a model is a folder");
        assertRefused(Files.createDirectory(temporary.resolve("empty"))).hasMessageContaining("holds no model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"format\": 2}", "{\"format\": 2, \"name\": \"x\"", "\u0000"})
    void saysThatItsCardIsDamaged(String text) throws IOException {
        Files.writeString(card, text);

        assertRefused(folder).hasMessageStartingWith(card + " is damaged: ").hasMessageNotContaining("\n");
    }

    @Test
    void saysThatItsCardIsNoText() throws IOException {
        Files.write(card, new byte[] {(byte) 0xc3, 0x28});

        assertRefused(folder).hasMessage(card + " is damaged: it is not text in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "classifier",
                "id",
                "version",
                "settings",
                "libraries",
                "origin",
                "beats",
                "length",
                "classes",
                "scaled",
                "assumptions",
                "training",
                "dataset",
                "fingerprint",
                "datasetName",
                "synthetic",
                "protocol",
                "split",
                "division",
                "classCounts",
                "resampling",
                "resampledCounts",
                "seed",
                "threads",
                "command",
                "scores",
                "part",
                "unit",
                "remark",
                "environment",
                "java",
                "processors",
                "trained",
                "payload"
            })
    void saysWhatIsMissingOnItsCard(String key) throws IOException {
        replace("\"" + key + "\" :", "\"other\" :");

        assertRefused(folder).hasMessageContaining("model.json is damaged: ").hasMessageEndingWith(key + " is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "length" : 2        | "length" : 0         | beats: the length of beats must be 1 to 4000000: 0
                    "rate" : 120.0      | "rate" : -1          | beats: the rate must be a positive number: -1.0
                    "threads" : 2       | "threads" : 0        | training: threads must be 1 to 9999: 0
                    [ "A", "B" ]        | [ ]                  | beats: there must be at least one class
                    "seed" : 1          | "seed" : "one"       | training.seed: Cannot deserialize value of type `long` from String "one": not a valid `long` value
                    [ "A", "B" ]        | [ "A", null ]        | beats.classes[1] is missing
                    """)
    void saysWhatIsWrongOnItsCard(String right, String wrong, String message) throws IOException {
        replace(right, wrong);

        assertRefused(folder).hasMessage(card + " is damaged: " + message);
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        replace("\"format\" : 2", "\"format\" : 3");

        assertRefused(folder)
                .hasMessage(card + " has format 3, this version reads 2")
                .extracting(problem -> ((UserError) problem).hint())
                .asString()
                .startsWith("use the version of beatbench that wrote it");
    }

    @Test
    void refusesACardOfOtherBeats() throws IOException {
        replace("[ \"A\", \"B\" ]", "[ \"A\", \"B\", \"C\" ]");

        assertRefused(folder).hasMessage(folder + " cannot be loaded: means.txt is of other classes");
    }

    @Test
    void noticesASingleByteThatChanged() throws IOException {
        Path payload = folder.resolve("payload/means.txt");
        byte[] bytes = Files.readAllBytes(payload);
        bytes[bytes.length - 1] ^= 1;
        Files.write(payload, bytes);

        assertRefused(folder).hasMessage(payload + " is not what was saved: its hash differs");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLinks() throws IOException {
        Path outside = Files.move(folder.resolve("payload/means.txt"), temporary.resolve("means.txt"));
        Path link = Files.createSymbolicLink(folder.resolve("payload/means.txt"), outside);
        assertRefused(folder).hasMessage(link + " is a link, and a model consists of files");
        Files.move(outside, link, StandardCopyOption.REPLACE_EXISTING);
        load(folder).close();

        Path elsewhere = Files.move(folder.resolve("payload"), temporary.resolve("payload"));
        Path payload = Files.createSymbolicLink(folder.resolve("payload"), elsewhere);
        assertRefused(folder).hasMessage(payload + " is a link, and a model consists of files");
        Files.delete(payload);
        Files.move(elsewhere, payload);

        Path cards = Files.move(card, temporary.resolve("model.json"));
        Files.createSymbolicLink(card, cards);
        assertRefused(folder).hasMessage(card + " is a link, and a model consists of files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.json", "payload/means.txt", "payload"})
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(20)
    void opensNoPipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        Files.move(pipe, temporary.resolve("moved"));
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertRefused(folder)
                .hasMessage(pipe + " is no file, but a pipe, socket or device, and a model consists of files");
    }

    @Test
    void noticesFilesThatAreMissingOrNew() throws IOException {
        Path payload = folder.resolve("payload/means.txt");
        Path added = Files.writeString(folder.resolve("payload/more.txt"), "x");
        assertRefused(folder).hasMessage(added + " is no part of the model");
        Files.delete(added);
        Files.delete(payload);
        assertRefused(folder).hasMessage(payload + " is missing");
        Files.delete(folder.resolve("payload"));
        assertRefused(folder).hasMessage(payload + " is missing");
    }

    @Test
    void asksForAPlugInThatIsNotHere() {
        Path other = save(
                "other",
                new ClassifierUse("choosy-men", "1", Map.of(), Map.of(), "plug-in choosy 0123456789ab"),
                "10 0.1 0.9");

        assertRefused(other)
                .hasMessage(
                        other + " is a model of classifier choosy-men (plug-in choosy 0123456789ab), which is not here;"
                                + " did you mean choosy-mean?");
    }

    @Test
    void refusesAnotherVersionOfItsClassifier() {
        Path other = save("other", new ClassifierUse("choosy-mean", "0", Map.of(), Map.of(), "built-in"), "10 0.1 0.9");

        assertRefused(other)
                .hasMessage(other + " was trained by version 0 of classifier choosy-mean, and this is version 1")
                .extracting(problem -> ((UserError) problem).hint())
                .isEqualTo("train it again (beatbench train choosy-mean), or use it with beatbench 0.1.0");
    }

    @Test
    void warnsOfOtherLibrariesAndOtherJars() throws IOException {
        Path other = save(
                "other",
                new ClassifierUse("choosy-mean", "1", Map.of(), Map.of("means", "0.9", "old", "1"), "plug-in x 0123"),
                "10 0.1 0.9");
        ModelFolder model = ModelFolder.open(other);
        List<String> warnings = model.warnings(model.classifier(CATALOGUE));

        assertThat(warnings).hasSize(3);
        assertThat(warnings.get(0)).contains("trained with means: 0.9, and this is: 1.0");
        assertThat(warnings.get(1)).contains("trained with old: 1, and this is: none");
        assertThat(warnings.get(2)).contains("plug-in x 0123, and this is: built-in");
        load(other).close();
    }

    @Test
    void isReadByPeopleAsText() throws IOException {
        assertThat(Files.readString(card, StandardCharsets.UTF_8))
                .contains("\"format\" : 2", "\"synthetic\" : true", "\"payload\" : {", "\"means.txt\" : \"");
    }
}
