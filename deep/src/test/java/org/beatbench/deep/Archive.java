package org.beatbench.deep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes ZIP archives apart and puts them together, also in ways that no writer of archives would. */
final class Archive {

    private static final int END = 22;

    private Archive() {}

    static Map<String, byte[]> entries(byte[] archive) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static byte[] of(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Another name for an entry, of the same length, wherever it stands; two may get the same. */
    static byte[] renamed(byte[] archive, String from, String to) {
        String text = new String(archive, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The archive with bytes between its last entry and the list of entries, which does not know of them. */
    static byte[] withUnlisted(byte[] archive, byte[] more) {
        int list = listAt(archive);
        ByteBuffer joined = ByteBuffer.allocate(archive.length + more.length).order(ByteOrder.LITTLE_ENDIAN);
        joined.put(archive, 0, list).put(more).put(archive, list, archive.length - list);
        return joined.putInt(joined.capacity() - END + 16, list + more.length).array();
    }

    /** The entries of an archive without the list of them. */
    static byte[] contentOf(byte[] archive) {
        return Arrays.copyOf(archive, listAt(archive));
    }

    private static int listAt(byte[] archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - END + 16);
    }
}
