package org.beatbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;
import org.beatbench.api.UserError;
import org.beatbench.experiment.Hash;
import org.beatbench.plugins.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model in one file is what it is in a folder, and no zip gets farther than its list of files if it is anything else. */
class ModelZipTest {

    private static final Catalogue CATALOGUE =
            Catalogue.open(ModelZipTest.class.getClassLoader(), Path.of("target", "nowhere"));

    private static final String MEANS = "payload/means.txt";

    @TempDir
    private Path temporary;

    private Path zip;
    private Map<String, byte[]> files;

    @BeforeEach
    void save() throws IOException {
        zip = save("model.zip", false);
        files = new LinkedHashMap<>();
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : packed.stream().toList()) {
                files.put(entry.getName(), packed.getInputStream(entry).readAllBytes());
            }
        }
    }

    private Path save(String name, boolean replacing) {
        Path target = temporary.resolve(name);
        try (ModelDraft draft = ModelDraft.of(target, replacing)) {
            draft.save(Cards.card(Cards.use()), new ModelFolderTest.Saved("10 0.1 0.9"));
        }
        return target;
    }

    private static Predictions answers(Path model) throws IOException {
        Beats beats = Beats.builder(Cards.CLASSES, 2)
                .add(new float[] {0.1f, 0.2f}, Beat.anonymous(Beat.UNLABELLED, 2))
                .build();
        try (ModelFolder folder = ModelFolder.open(model);
                TrainedModel loaded = folder.load(folder.classifier(CATALOGUE), 1)) {
            return loaded.predict(beats);
        }
    }

    private static byte[] packed(Map<String, byte[]> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes) throws IOException {
        Files.write(zip, bytes);
        AbstractThrowableAssert<?, ?> refused =
                assertThatThrownBy(() -> answers(zip)).isInstanceOf(UserError.class);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).as("nothing was written beside it").containsExactly(zip);
        }
        return refused.hasMessageStartingWith(zip.toString());
    }

    /** Where the list has an entry, in bytes. */
    private static int place(byte[] bytes, String name) {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = all.getInt(bytes.length - 6); at < bytes.length - 46; ) {
            int length = all.getShort(at + 28);
            if (new String(bytes, at + 46, length, StandardCharsets.UTF_8).equals(name)) {
                return at;
            }
            at += 46 + length + all.getShort(at + 30) + all.getShort(at + 32);
        }
        throw new AssertionError(name);
    }

    @Test
    void answersAsTheFolderDoes() throws IOException {
        Path folder = save("folder", false);

        assertThat(answers(zip)).isEqualTo(answers(folder));
        assertThat(files.keySet()).containsExactly("SHA256SUMS", "check.json", "model.json", MEANS);
        assertThat(files.get(MEANS)).isEqualTo(Files.readAllBytes(folder.resolve(MEANS)));
        try (ModelFolder model = ModelFolder.open(zip)) {
            assertThat(model.replay(model.classifier(CATALOGUE), 1).isSame()).isTrue();
            assertThat(model.card().name()).isEqualTo("Choosy mean");
        }
    }

    @Test
    void takesATwinThatTheCardKnows() throws IOException {
        Path target = temporary.resolve("twin.zip");
        try (ModelDraft draft = ModelDraft.of(target, false).with((model, card, file) -> {
            Files.writeString(file, "graph");
            return new OnnxTwin(Hash.of(file), 17, "a runtime", 20, 1e-7);
        })) {
            assertThat(draft.save(Cards.card(Cards.use()), new ModelFolderTest.Saved("10 0.1 0.9"))
                            .onnx())
                    .isNotNull();
        }
        try (ModelFolder model = ModelFolder.open(target)) {
            assertThat(model.twin().orElseThrow()).hasContent("graph");
        }
        try (ModelFolder model = ModelFolder.open(zip)) {
            assertThat(model.twin()).isEmpty();
        }
        Files.delete(target);
        assertRefused(packed(with("model.onnx", new byte[] {1}))).hasMessageContaining("is no part of the model");
    }

    @Test
    void saysOfWhichZipAnAnswerIsDamaged() throws IOException {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put("check.json", "{}".getBytes(StandardCharsets.UTF_8));
        Path hashed = Files.write(temporary.resolve("hashed"), changed.get("check.json"));
        String seal = new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8)
                .replaceFirst("[0-9a-f]{64}(?=  check.json)", Hash.of(hashed));
        changed.put("SHA256SUMS", seal.getBytes(StandardCharsets.UTF_8));
        Files.write(zip, packed(changed));

        try (ModelFolder model = ModelFolder.open(zip)) {
            assertThatThrownBy(() -> model.replay(model.classifier(CATALOGUE), 1))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith(zip + ": check.json");
        }
    }

    @Test
    void leavesNothingUnpacked() throws IOException {
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before;
        try (Stream<Path> all = Files.list(place)) {
            before = all.toList();
        }
        answers(zip);
        assertRefused(packed(with(MEANS, "other".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("its hash differs");
        try (Stream<Path> all = Files.list(place)) {
            assertThat(all.filter(one -> one.getFileName().toString().contains("beatbench")))
                    .allMatch(before::contains);
        }
    }

    @Test
    void isSavedAsFoldersAre() throws IOException {
        assertThatThrownBy(() -> save("model.zip", false)).hasMessageContaining("already a model");
        save("model.zip", true);
        answers(zip);
        Path thesis = Files.writeString(temporary.resolve("thesis.zip"), "years of work");
        assertThatThrownBy(() -> save("thesis.zip", true)).hasMessageContaining("something else than a model");
        assertThat(thesis).hasContent("years of work");
        Files.createDirectory(temporary.resolve("folder.zip"));
        assertThatThrownBy(() -> save("folder.zip", true)).hasMessageContaining("is no file");
    }

    private Map<String, byte[]> with(String name, byte[] content) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(name, content);
        return more;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "payload/../../outside",
                "payload/..",
                "payload/./x",
                "payload//x",
                "/outside",
                "C:/outside",
                "payload\\..\\outside",
                "payload/x:stream",
                "payload/nul\u0000x",
                "payload/x."
            })
    void refusesNamesThatLeadOut(String name) throws IOException {
        assertRefused(packed(with(name, new byte[1]))).hasMessageContaining("could lead out of the model");
    }

    @Test
    void refusesWhatIsNoFileOfIt() throws IOException {
        assertRefused(packed(with("readme.txt", new byte[1]))).hasMessageContaining("readme.txt is no part of a model");
        assertRefused(packed(with("payload/more.txt", new byte[1])))
                .hasMessageContaining("payload/more.txt is no part of the model");
        assertRefused(packed(with("payload/", new byte[0]))).hasMessageContaining("nothing of it was unpacked");
        assertRefused(packed(with(MEANS + "/x", new byte[1]))).hasMessageContaining("lies in what is a file");
        assertRefused(packed(with("Payload/x", new byte[1]))).hasMessageContaining("no part of a model");
        assertRefused(packed(with("payload/Means.txt", new byte[1]))).hasMessageContaining("is in it twice");
        for (String name : files.keySet()) {
            Map<String, byte[]> fewer = new LinkedHashMap<>(files);
            fewer.remove(name);
            assertRefused(packed(fewer)).hasMessageContaining(name);
        }
    }

    @Test
    void refusesEntriesThatAreThereTwice() throws IOException {
        byte[] bytes = packed(with("payload/meanS.txt", new byte[1]));
        bytes[place(bytes, "payload/meanS.txt") + 46 + "payload/mean".length()] = 's';
        assertRefused(bytes).hasMessageContaining(MEANS + " is in it twice");
    }

    @Test
    void refusesLinksAndFolders() throws IOException {
        for (int mode : new int[] {0xA1FF, 0x41ED, 0x1180}) {
            byte[] bytes = packed(files);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(place(bytes, MEANS) + 38, mode << 16);
            assertRefused(bytes).hasMessageContaining(MEANS + " is a link, a folder or a device");
        }
        byte[] ordinary = packed(files);
        ByteBuffer.wrap(ordinary).order(ByteOrder.LITTLE_ENDIAN).putInt(place(ordinary, MEANS) + 38, 0x81A4 << 16);
        Files.write(zip, ordinary);
        answers(zip);
    }

    @Test
    void refusesWhatIsTooLargeOrNotOfTheSizeThatItSays() throws IOException {
        byte[] bytes = packed(files);
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int size = place(bytes, "model.json") + 24;
        int real = all.getInt(size);
        all.putInt(size, 65 << 20);
        assertRefused(bytes).hasMessageContaining("model.json is too large");
        all.putInt(size, real - 1);
        assertRefused(bytes).hasMessageContaining("damaged");
        all.putInt(size, real + 1);
        assertRefused(bytes).hasMessageContaining("damaged");
        all.putInt(size, real);
        int payload = place(bytes, MEANS) + 24;
        all.putInt(payload, -1);
        assertRefused(bytes).hasMessageContaining("too large");
        // A megabyte of zeros that says that it is ten bytes.
        byte[] bomb = packed(with(MEANS, new byte[1 << 20]));
        ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(place(bomb, MEANS) + 24, 10);
        assertRefused(bomb).hasMessageContaining("damaged");
    }

    @Test
    void refusesWhatIsPackedInAnUnusualWay() throws IOException {
        byte[] encrypted = packed(files);
        encrypted[place(encrypted, MEANS) + 8] |= 1;
        assertRefused(encrypted).hasMessageContaining("encrypted");
        byte[] unknown = packed(files);
        unknown[place(unknown, MEANS) + 10] = 99;
        assertRefused(unknown).hasMessageContaining("unusual way");
    }

    @Test
    void refusesWhatIsNoZipOrMoreThanOne() throws IOException {
        byte[] whole = packed(files);
        assertRefused(new byte[0]).hasMessageContaining("too short");
        assertRefused(Arrays.copyOf(whole, whole.length - 1)).hasMessageContaining("damaged");
        assertRefused(Arrays.copyOf(whole, whole.length + 1)).hasMessageContaining("damaged");
        assertRefused(joined(new byte[] {'P', 'K', 3, 4}, whole)).hasMessageContaining("before or behind");
        assertRefused(joined(whole, whole)).hasMessageContaining("before or behind");
        assertRefused("a text that is long enough for a zip".getBytes(StandardCharsets.UTF_8))
                .hasMessageContaining("does not end as a zip does");
        byte[] counted = whole.clone();
        counted[counted.length - 12]++;
        counted[counted.length - 14]++;
        assertRefused(counted).hasMessageContaining("list of files");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }
}
