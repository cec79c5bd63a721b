package org.beatbench.server.recordings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;
import org.beatbench.models.ZipDirectory;
import org.beatbench.server.protocol.Refusal;

/** A recording that a client sent, in a temporary folder that goes with it. */
final class Received implements AutoCloseable {

    private static final String REMEDY = "pack the files of one recording anew, and nothing else";
    private static final String ZIP = ".zip";

    private final Aside folder;
    private final Path place;

    private Received(Aside folder, Path place) {
        this.folder = folder;
        this.place = place;
    }

    /**
     * Receives it.
     *
     * @param in what is sent
     * @param name of the file, whose ending says what it is
     * @param most bytes, sent or unpacked
     * @param deadline of {@link System#nanoTime} by which it must be here
     * @throws Refusal if it is too large or too slow
     * @throws UserError if it is a zip with anything that does not belong there
     */
    static Received of(InputStream in, String name, long most, long deadline) throws IOException {
        Aside folder = Aside.temporary();
        try {
            Path file = folder.path().resolve(name);
            receive(in, file, most, deadline);
            if (!name.toLowerCase(Locale.ROOT).endsWith(ZIP)) {
                return new Received(folder, file);
            }
            Path unpacked = Files.createDirectory(folder.path().resolve("unpacked"));
            unpack(file, name, unpacked, most);
            Files.delete(file);
            return new Received(folder, unpacked);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void receive(InputStream in, Path file, long most, long deadline) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = new byte[1 << 16];
            long left = most;
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                left -= count;
                if (left < 0) {
                    throw new Refusal(Refusal.TOO_LARGE, "a recording may have " + most + " bytes");
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new Refusal(Refusal.TOO_SLOW, "the recording was not sent in time");
                }
                out.write(block, 0, count);
            }
        }
        if (Files.size(file) == 0) {
            throw Refusal.invalid("the recording is empty");
        }
    }

    private static void unpack(Path file, String name, Path target, long most) throws IOException {
        List<ZipDirectory.Entry> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long together = 0;
        for (ZipDirectory.Entry entry : entries(file, name)) {
            if (isBeside(entry)) {
                continue;
            }
            if (!entry.isSafe()) {
                throw refused(name, entry, "has a name that could lead out of it");
            }
            if (!entry.isFile() || !entry.isReadable()) {
                throw refused(name, entry, "is a link or a device, is encrypted, or is packed in an unusual way");
            }
            if (!seen.add(entry.name().toLowerCase(Locale.ROOT))) {
                throw refused(name, entry, "is in it twice");
            }
            together += entry.size();
            if (together > most) {
                throw new Refusal(Refusal.TOO_LARGE, "a recording may have " + most + " bytes when it is unpacked");
            }
            files.add(entry);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipDirectory.Entry entry : files) {
                Path place = target.resolve(entry.name());
                Files.createDirectories(Objects.requireNonNull(place.getParent()));
                ZipDirectory.unpack(Path.of(name), zip, entry, place, REMEDY);
            }
        } catch (ZipException e) {
            throw new UserError(name + " is damaged: " + e.getMessage(), REMEDY);
        } catch (FileSystemException e) {
            throw new UserError(name + " holds a file that lies in another file", REMEDY);
        }
    }

    private static List<ZipDirectory.Entry> entries(Path file, String name) throws IOException {
        try {
            return ZipDirectory.of(file, "a recording", REMEDY);
        } catch (UserError e) {
            throw new UserError(String.valueOf(e.getMessage()).replace(file.toString(), name), e.hint());
        }
    }

    /** Folders, which come with their files, and what some systems pack along without asking. */
    private static boolean isBeside(ZipDirectory.Entry entry) {
        return entry.name().endsWith("/")
                || entry.name().startsWith("__MACOSX/")
                || entry.name().endsWith(".DS_Store");
    }

    private static UserError refused(String name, ZipDirectory.Entry entry, String why) {
        return new UserError(name + " is refused, nothing of it was unpacked: " + entry.shown() + " " + why, REMEDY);
    }

    /** The file, or the folder of a zip's files. */
    Path place() {
        return place;
    }

    @Override
    public void close() {
        folder.close();
    }
}
