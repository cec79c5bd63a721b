package org.beatbench.deep;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes of a saved network, read once from front to back: a ZIP archive as {@link java.util.zip.ZipOutputStream} writes it,
 * with the entries that are asked for and nothing else anywhere.
 *
 * <p>An archive lists its entries twice, before their content and at the end, and readers differ in which list they believe.
 * Here both have to say the same.
 */
final class NetworkArchive {

    private static final int ENTRY = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LISTED_ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int DEFLATED = 8;

    /** Checksum and sizes stand behind the content; names are in UTF-8. */
    private static final int FLAGS = 0x0808;

    /** Deflate makes at most so many bytes of one. */
    private static final long EXPANSION = 1032;

    private record Entry(String name, int start, int checksum, int compressed, int size) {}

    private final Path file;
    private final ByteBuffer bytes;
    private final List<Entry> entries = new ArrayList<>();

    private NetworkArchive(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static NetworkArchive open(Path file) throws IOException {
        requireRoom(file, "it", Files.size(file));
        return new NetworkArchive(file, Files.readAllBytes(file));
    }

    private static void requireRoom(Path file, String what, long size) throws IOException {
        long most = Runtime.getRuntime().maxMemory() / 8;
        if (size > most) {
            throw new IOException(file + ": " + what + " holds " + size + " bytes, and Java has memory for " + most);
        }
    }

    /**
     * The content of the next entry.
     *
     * @param name what it must be called
     * @param most bytes it may have
     */
    byte[] next(String name, int most) throws IOException {
        try {
            int start = bytes.position();
            require(bytes.getInt() == ENTRY, "it has no entry " + name);
            bytes.getShort();
            boolean known = bytes.getShort() == FLAGS && bytes.getShort() == DEFLATED;
            require(known, "an entry is stored in a way that Deeplearning4j does not use");
            skip(16);
            int nameLength = unsigned(bytes.getShort());
            int extraLength = unsigned(bytes.getShort());
            String found = text(nameLength);
            require(found.equals(name), "it holds \"" + found + "\" where " + name + " belongs");
            skip(extraLength);
            int from = bytes.position();
            requireRoom(file, name, Math.min(most, EXPANSION * bytes.remaining()));
            byte[] content = inflated(name, (int) Math.min(most, EXPANSION * bytes.remaining()));
            CRC32 checksum = new CRC32();
            checksum.update(content);
            Entry entry = new Entry(name, start, (int) checksum.getValue(), bytes.position() - from, content.length);
            require(bytes.getInt() == DESCRIPTOR && agrees(entry), name + " is not what its checksum and sizes say");
            entries.add(entry);
            return content;
        } catch (BufferUnderflowException e) {
            throw tooShort(e);
        }
    }

    /** Checks that nothing follows but the list of the entries that were read. */
    void end() throws IOException {
        try {
            int list = bytes.position();
            for (Entry entry : entries) {
                requireListed(entry);
            }
            int end = bytes.position();
            require(bytes.getInt() == END, "it holds more than a network");
            skip(4);
            int entriesHere = bytes.getShort();
            int entriesInAll = bytes.getShort();
            boolean whole = entriesHere == entries.size()
                    && entriesInAll == entries.size()
                    && bytes.getInt() == end - list
                    && bytes.getInt() == list
                    && bytes.getShort() == 0
                    && !bytes.hasRemaining();
            require(whole, "its end is not that of a network");
        } catch (BufferUnderflowException e) {
            throw tooShort(e);
        }
    }

    private void requireListed(Entry entry) throws IOException {
        require(bytes.getInt() == LISTED_ENTRY, "it holds more than a network");
        skip(12);
        boolean same = agrees(entry);
        int nameLength = unsigned(bytes.getShort());
        int extraLength = unsigned(bytes.getShort());
        int commentLength = unsigned(bytes.getShort());
        skip(8);
        same &= bytes.getInt() == entry.start();
        same &= text(nameLength).equals(entry.name());
        require(same, "its list of entries is not that of its content");
        skip(extraLength + commentLength);
    }

    private boolean agrees(Entry entry) {
        int checksum = bytes.getInt();
        int compressed = bytes.getInt();
        int size = bytes.getInt();
        return checksum == entry.checksum() && compressed == entry.compressed() && size == entry.size();
    }

    private byte[] inflated(String name, int most) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes.slice());
            byte[] content = new byte[most + 1];
            int size = 0;
            while (!inflater.finished()) {
                int made = inflater.inflate(content, size, content.length - size);
                size += made;
                require(size <= most, name + " holds more than the " + most + " bytes that such a network has");
                require(made > 0 || inflater.finished(), name + " ends too early");
            }
            skip(inflater.getTotalIn());
            return Arrays.copyOf(content, size);
        } catch (DataFormatException e) {
            throw new IOException(file + ": " + name + " is damaged: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }

    private String text(int length) {
        byte[] name = new byte[length];
        bytes.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private void skip(int count) {
        if (count > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        bytes.position(bytes.position() + count);
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    private IOException tooShort(BufferUnderflowException cause) {
        return new IOException(file + ": ends too early", cause);
    }

    private void require(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(file + ": is not a saved network: " + otherwise);
        }
    }
}
