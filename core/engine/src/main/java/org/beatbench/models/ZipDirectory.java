package org.beatbench.models;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.UserError;

/**
 * What a zip says that it holds (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16), read without unpacking anything. Java's own reader does
 * not tell of links and of two entries of one name.
 */
final class ZipDirectory {

    private static final int END_SIZE = 22;
    private static final int END = 0x06054b50;
    private static final int ENTRY_SIZE = 46;
    private static final int ENTRY = 0x02014b50;
    private static final int MOST_ENTRIES = 10_000;
    private static final int LARGEST = 4 << 20;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private ZipDirectory() {}

    /**
     * One of its files.
     *
     * @param name with the folders above it
     * @param isFile whether it is neither a folder nor a link nor anything else
     * @param isReadable whether it is packed in a way that everybody reads, and not encrypted
     * @param size bytes, unpacked
     */
    record Entry(String name, boolean isFile, boolean isReadable, long size) {}

    /**
     * The entries of a zip, in its order.
     *
     * @throws UserError if it is none, or one with anything before, between or behind its entries and their directory
     */
    static List<Entry> of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size < END_SIZE) {
                throw damaged(file, "it is too short");
            }
            ByteBuffer end = read(channel, size - END_SIZE, END_SIZE);
            int count = end.getShort(10) & 0xffff;
            long length = end.getInt(12) & 0xffffffffL;
            long start = end.getInt(16) & 0xffffffffL;
            if (end.getInt(0) != END || end.getShort(20) != 0) {
                throw damaged(file, "it does not end as a zip does, or with a comment");
            }
            if (end.getShort(4) != 0 || end.getShort(6) != 0 || (end.getShort(8) & 0xffff) != count) {
                throw damaged(file, "it is one of several parts");
            }
            if (count > MOST_ENTRIES || length > LARGEST) {
                throw new UserError(file + " holds too many files for a model: " + count, ModelZip.REMEDY);
            }
            if (start + length + END_SIZE != size) {
                throw damaged(file, "it is cut off, or something stands before or behind its files");
            }
            return entries(file, read(channel, start, (int) length), count);
        }
    }

    private static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // Until it is full, or the file ends: then zeros follow, which are no directory.
        }
        return bytes.clear();
    }

    private static List<Entry> entries(Path file, ByteBuffer bytes, int count) {
        List<Entry> entries = new ArrayList<>();
        long first = Long.MAX_VALUE;
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (bytes.limit() - at < ENTRY_SIZE || bytes.getInt(at) != ENTRY) {
                throw damaged(file, "its list of files is");
            }
            int name = bytes.getShort(at + 28) & 0xffff;
            int next = at + ENTRY_SIZE + name + (bytes.getShort(at + 30) & 0xffff) + (bytes.getShort(at + 32) & 0xffff);
            if (next > bytes.limit()) {
                throw damaged(file, "its list of files is");
            }
            first = Math.min(first, bytes.getInt(at + 42) & 0xffffffffL);
            entries.add(entry(file, bytes, at, bytes.slice(at + ENTRY_SIZE, name)));
            at = next;
        }
        if (at != bytes.limit() || (count > 0 && first != 0)) {
            throw damaged(file, "something stands before its files, or behind their list");
        }
        return entries;
    }

    private static Entry entry(Path file, ByteBuffer bytes, int at, ByteBuffer name) {
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
            throw damaged(file, "a name in it is not UTF-8");
        }
    }

    private static UserError damaged(Path file, String why) {
        return new UserError(file + " is no zip of a model, or damaged: " + why, ModelZip.REMEDY);
    }
}
