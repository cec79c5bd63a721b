package org.beatbench.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.beatbench.api.UserError;

/**
 * A model as one zip: exactly the files of its folder. All names, kinds and sizes are looked at before anything is unpacked, and what is not
 * such a file is refused. Whether the files are those that were saved, their hashes tell afterwards, as they do of a folder.
 */
final class ModelZip {

    static final String REMEDY = "get the whole file again from where it came, or train the model again";

    private static final String ENDING = ".zip";
    private static final int[] BEGINNING = {'P', 'K', 3, 4};
    private static final List<String> OWN = List.of(ModelFolder.CARD, KnownAnswers.FILE, Seal.FILE);
    private static final String PAYLOAD = ModelFolder.PAYLOAD + "/";

    /** The card and the files beside it are text. */
    static final long LARGEST_OWN = 64 << 20;

    /** The earliest that a zip can say: when its files were packed is of no interest, and the same files make the same zip. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path file;
    private final List<ZipDirectory.Entry> entries;

    private ModelZip(Path file, List<ZipDirectory.Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** Whether a place is to hold a zip. */
    static boolean isNamed(Path place) {
        return place.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** Whether a file begins as a zip does, or is called one. */
    static boolean isAt(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            for (int expected : BEGINNING) {
                if (in.read() != expected) {
                    return isNamed(file);
                }
            }
        }
        return true;
    }

    /** Packs all files of a model's folder, in the order of their names. */
    static void write(Path folder, ModelCard card, Path target) throws IOException {
        List<String> names = new ArrayList<>(OWN);
        ModelFolder.OPTIONAL.stream()
                .filter(name -> Files.exists(folder.resolve(name)))
                .forEach(names::add);
        if (card.onnx() != null) {
            names.add(ModelFolder.TWIN);
        }
        card.payload().keySet().forEach(name -> names.add(PAYLOAD + name));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (String name : names.stream().sorted().toList()) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(TIME);
                out.putNextEntry(entry);
                Files.copy(folder.resolve(name), out);
                out.closeEntry();
            }
        }
    }

    /**
     * Looks at what a zip holds.
     *
     * @throws UserError naming the first entry that is not a file of a model's folder, or is too large
     */
    static ModelZip open(Path file) throws IOException {
        List<ZipDirectory.Entry> entries = ZipDirectory.of(file, "a model", REMEDY);
        Set<String> seen = new HashSet<>();
        long most = Runtime.getRuntime().maxMemory() / 2;
        long together = 0;
        for (ZipDirectory.Entry entry : entries) {
            String name = entry.name();
            if (!entry.isSafe()) {
                throw refused(file, entry, "has a name that could lead out of the model");
            }
            if (!entry.isFile()) {
                throw refused(file, entry, "is a link, a folder or a device, and a model consists of files");
            }
            boolean isOwn = OWN.contains(name) || ModelFolder.OPTIONAL.contains(name);
            if (!isOwn && !name.equals(ModelFolder.TWIN) && !name.startsWith(PAYLOAD)) {
                throw refused(file, entry, "is no part of a model");
            }
            // Where capital letters are not told apart, the second would replace the first.
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw refused(file, entry, "is in it twice");
            }
            if (!entry.isReadable()) {
                throw refused(file, entry, "is encrypted, or packed in an unusual way");
            }
            together += entry.size();
            if ((isOwn && entry.size() > LARGEST_OWN) || together > most) {
                throw refused(file, entry, "is too large, or all files together are for the memory that Java may use");
            }
        }
        for (ZipDirectory.Entry entry : entries) {
            for (Path above = Path.of(entry.name()).getParent(); above != null; above = above.getParent()) {
                if (seen.contains(above.toString().replace('\\', '/').toLowerCase(Locale.ROOT))) {
                    throw refused(file, entry, "lies in what is a file");
                }
            }
        }
        for (String name : OWN) {
            if (!seen.contains(name.toLowerCase(Locale.ROOT))) {
                throw new UserError(file + " holds no model: it has no " + name, REMEDY);
            }
        }
        return new ModelZip(file, entries);
    }

    private static UserError refused(Path file, ZipDirectory.Entry entry, String why) {
        return new UserError(file + " is refused, nothing of it was unpacked: " + entry.shown() + " " + why, REMEDY);
    }

    /** Unpacks the card and what stands beside it. */
    void unpackCard(Path folder) throws IOException {
        List<String> names = new ArrayList<>(OWN);
        entries.stream()
                .map(ZipDirectory.Entry::name)
                .filter(ModelFolder.OPTIONAL::contains)
                .forEach(names::add);
        unpack(names, folder);
    }

    /**
     * Checks that the other files are those of a card.
     *
     * @throws UserError naming one too many or too few
     */
    void check(ModelCard card) {
        Set<String> payload = card.payload().keySet();
        Optional<ZipDirectory.Entry> twin = entries.stream()
                .filter(entry -> entry.name().equals(ModelFolder.TWIN))
                .findFirst();
        if (twin.isPresent() && card.onnx() == null) {
            throw refused(file, twin.get(), "is no part of the model");
        }
        if (twin.isEmpty() && card.onnx() != null) {
            throw new UserError(file + " is not whole: " + ModelFolder.TWIN + " is missing", REMEDY);
        }
        Set<String> found = payload();
        for (ZipDirectory.Entry entry : entries) {
            if (entry.name().startsWith(PAYLOAD)
                    && !payload.contains(entry.name().substring(PAYLOAD.length()))) {
                throw refused(file, entry, "is no part of the model");
            }
        }
        for (String name : payload) {
            if (!found.contains(name)) {
                throw new UserError(file + " is not whole: " + PAYLOAD + name + " is missing", REMEDY);
            }
        }
    }

    private Set<String> payload() {
        return entries.stream()
                .map(ZipDirectory.Entry::name)
                .filter(name -> name.startsWith(PAYLOAD))
                .map(name -> name.substring(PAYLOAD.length()))
                .collect(Collectors.toSet());
    }

    /** Unpacks the files of the classifier. */
    void unpackPayload(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(ModelFolder.PAYLOAD));
        unpack(payload().stream().map(name -> PAYLOAD + name).sorted().toList(), folder);
    }

    /** Unpacks the ONNX twin, which is there. */
    void unpackTwin(Path folder) throws IOException {
        unpack(List.of(ModelFolder.TWIN), folder);
    }

    private void unpack(List<String> names, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String name : names) {
                Path target = folder.resolve(name);
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                ZipDirectory.unpack(file, zip, entry(name), target, REMEDY);
            }
        } catch (ZipException e) {
            throw new UserError(file + " is damaged: " + e.getMessage(), REMEDY);
        }
    }

    private ZipDirectory.Entry entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
