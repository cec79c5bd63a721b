package org.beatbench.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.beatbench.api.UserError;

/**
 * What a zip says that it holds (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16), read without unpacking anything. Java's own reader does
 * not tell of links and of two entries of one name.
 */
public final class ZipDirectory {

    private static final int END_SIZE = 22;
    private static final int END = 0x06054b50;
    private static final int ENTRY_SIZE = 46;
    private static final int ENTRY = 0x02014b50;
    private static final int MOST_ENTRIES = 10_000;
    private static final int LARGEST = 4 << 20;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final Path file;
    private final String holding;
    private final String remedy;

    private ZipDirectory(Path file, String holding, String remedy) {
        this.file = file;
        this.holding = holding;
        this.remedy = remedy;
    }

    /**
     * One of its files.
     *
     * @param name with the folders above it
     * @param isFile whether it is neither a folder nor a link nor anything else
     * @param isReadable whether it is packed in a way that everybody reads, and not encrypted
     * @param size bytes, unpacked
     */
    public record Entry(String name, boolean isFile, boolean isReadable, long size) {

        private static final int LONGEST_NAME = 240;

        /** Whether its name is plain letters in folders below: no path from the root, no way up, nothing that a system takes for more. */
        public boolean isSafe() {
            return name.length() <= LONGEST_NAME
                    && name.chars()
                            .noneMatch(letter -> letter < ' ' || letter == 0x7f || ":\\*?\"<>|".indexOf(letter) >= 0)
                    && List.of(name.split("/", -1)).stream()
                            .noneMatch(part -> part.isEmpty() || part.endsWith(".") || part.endsWith(" "));
        }

        /** Its name, fit to be shown. */
        public String shown() {
            return name.chars()
                    .limit(LONGEST_NAME)
                    .mapToObj(letter -> letter < ' ' ? "?" : Character.toString(letter))
                    .collect(Collectors.joining());
        }
    }

    /**
     * The entries of a zip, in its order.
     *
     * @param holding what it is to hold, such as "a model", for messages
     * @param remedy what to do if it does not
     * @throws UserError if it is none, or one with anything before, between or behind its entries and their directory
     */
    public static List<Entry> of(Path file, String holding, String remedy) throws IOException {
        return new ZipDirectory(file, holding, remedy).entries();
    }

    /**
     * Unpacks an entry, never more of it than was announced.
     *
     * @param file the zip that it is in
     * @param remedy what to do if it is not what was announced
     */
    public static void unpack(Path file, ZipFile zip, Entry announced, Path target, String remedy) throws IOException {
        ZipEntry entry = zip.getEntry(announced.name());
        if (entry == null) {
            throw new UserError(file + " is damaged: " + announced.shown() + " is not where its list has it", remedy);
        }
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] block = new byte[1 << 16];
            long left = announced.size();
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                left -= count;
                if (left < 0) {
                    break;
                }
                out.write(block, 0, count);
            }
            if (left != 0) {
                throw new UserError(
                        file + " is damaged: " + announced.shown() + " has not the size that its list says", remedy);
            }
        }
    }

    private List<Entry> entries() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size < END_SIZE) {
                throw damaged("it is too short");
            }
            ByteBuffer end = read(channel, size - END_SIZE, END_SIZE);
            int count = end.getShort(10) & 0xffff;
            long length = end.getInt(12) & 0xffffffffL;
            long start = end.getInt(16) & 0xffffffffL;
            if (end.getInt(0) != END || end.getShort(20) != 0) {
                throw damaged("it does not end as a zip does, or with a comment");
            }
            if (end.getShort(4) != 0 || end.getShort(6) != 0 || (end.getShort(8) & 0xffff) != count) {
                throw damaged("it is one of several parts");
            }
            if (count > MOST_ENTRIES || length > LARGEST) {
                throw new UserError(file + " holds too many files for " + holding + ": " + count, remedy);
            }
            if (start + length + END_SIZE != size) {
                throw damaged("it is cut off, or something stands before or behind its files");
            }
            return entries(read(channel, start, (int) length), count);
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // Until it is full, or the file ends: then zeros follow, which are no directory.
        }
        return bytes.clear();
    }

    private List<Entry> entries(ByteBuffer bytes, int count) {
        List<Entry> entries = new ArrayList<>();
        long first = Long.MAX_VALUE;
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (bytes.limit() - at < ENTRY_SIZE || bytes.getInt(at) != ENTRY) {
                throw damaged("its list of files is");
            }
            int name = bytes.getShort(at + 28) & 0xffff;
            int next = at + ENTRY_SIZE + name + (bytes.getShort(at + 30) & 0xffff) + (bytes.getShort(at + 32) & 0xffff);
            if (next > bytes.limit()) {
                throw damaged("its list of files is");
            }
            first = Math.min(first, bytes.getInt(at + 42) & 0xffffffffL);
            entries.add(entry(bytes, at, bytes.slice(at + ENTRY_SIZE, name)));
            at = next;
        }
        if (at != bytes.limit() || (count > 0 && first != 0)) {
            throw damaged("something stands before its files, or behind their list");
        }
        return entries;
    }

    private Entry entry(ByteBuffer bytes, int at, ByteBuffer name) {
        int flags = bytes.getShort(at + 8);
        int method = bytes.getShort(at + 10);
        int attributes = bytes.getInt(at + 38);
        // The upper half is the mode of Unix, where it is known: 8 is a file, 4 a folder, 10 a link. The lower is that
        // of DOS.
        int type = attributes >>> 28;
        boolean isFile = (type == 0 || type == 8) && (attributes & 0x10) == 0;
        boolean isReadable = (flags & 1) == 0 && (method == STORED || method == DEFLATED);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(name).toString();
            return new Entry(text, isFile, isReadable, bytes.getInt(at + 24) & 0xffffffffL);
        } catch (CharacterCodingException e) {
            throw damaged("a name in it is not UTF-8");
        }
    }

    private UserError damaged(String why) {
        return new UserError(file + " is no zip of " + holding + ", or damaged: " + why, remedy);
    }
}
