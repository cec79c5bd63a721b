package org.beatbench.data.cache;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Identifies beats by all that determines them: who made them, how, and from which bytes. Where the files lie and when
 * they were written plays no part.
 *
 * @param dataset id of the data set
 * @param contents recipe, files and their checksums, as text
 */
public record CacheKey(String dataset, String contents) {

    private static final long BLOCK = 16 << 20;
    private static final int SLICE = 1 << 17;

    /**
     * Computes a key; reads all files, at some gigabytes a second if the system holds them in memory.
     *
     * <p>Contents enter as CRC-32 and CRC-32C of every 16 MiB, which no accident leaves unchanged; they do not protect
     * from intent.
     *
     * @param dataset id of the data set
     * @param recipe version of the provider, and every setting that can change the beats
     * @param files what the beats are made from; names without folders count
     * @throws IOException if a file cannot be read
     */
    public static CacheKey of(String dataset, String recipe, List<Path> files) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path file : files) {
            long size = Files.size(file);
            for (long start = 0; start == 0 || start < size; start += BLOCK) {
                blocks.add(new Block(file, start, Math.min(BLOCK, size - start)));
            }
        }
        try {
            String contents = blocks.parallelStream().map(Block::describe).collect(Collectors.joining("\n"));
            return new CacheKey(dataset, recipe + "\n" + contents);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * 16 hexadecimal digits that name these contents. Others may have the same name, if hardly ever: what bears it must
     * hold the contents as well. (A cryptographic digest would take longer to set up than the files take to read.)
     */
    String name() {
        byte[] bytes = contents.getBytes(StandardCharsets.UTF_8);
        CRC32 crc32 = new CRC32();
        CRC32C crc32c = new CRC32C();
        crc32.update(bytes);
        crc32c.update(bytes);
        return HexFormat.of().toHexDigits(crc32.getValue() << 32 | crc32c.getValue());
    }

    private record Block(Path file, long start, long size) {

        String describe() {
            CRC32 crc32 = new CRC32();
            CRC32C crc32c = new CRC32C();
            // Not mapped: the files are the user's, and one that is cut off under a mapping crashes the virtual
            // machine.
            ByteBuffer slice = ByteBuffer.allocateDirect(SLICE);
            try (FileChannel channel = FileChannel.open(file)) {
                for (long at = start; at < start + size; at += slice.limit()) {
                    slice.clear().limit((int) Math.min(SLICE, start + size - at));
                    if (channel.read(slice, at) < 0) {
                        throw new EOFException(file + " was cut off while it was read");
                    }
                    crc32.update(slice.flip());
                    crc32c.update(slice.rewind());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file.getFileName() + " " + start + "+" + size + " " + crc32.getValue() + " " + crc32c.getValue();
        }
    }
}
