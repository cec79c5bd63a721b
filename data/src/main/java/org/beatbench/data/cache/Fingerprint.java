package org.beatbench.data.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
 * @param digest 64 hexadecimal digits
 */
public record Fingerprint(String dataset, String digest) {

    private static final long BLOCK = 16 << 20;

    /**
     * Computes a fingerprint; reads all files, at some gigabytes a second if the system holds them in memory.
     *
     * <p>Contents enter as CRC-32 and CRC-32C of every 16 MiB, which no accident leaves unchanged; they do not protect
     * from intent.
     *
     * @param dataset id of the data set
     * @param recipe version of the provider, and every setting that can change the beats
     * @param files what the beats are made from; names without folders count
     * @throws IOException if a file cannot be read
     */
    public static Fingerprint of(String dataset, String recipe, List<Path> files) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path file : files) {
            long size = Files.size(file);
            for (long start = 0; start == 0 || start < size; start += BLOCK) {
                blocks.add(new Block(file, start, Math.min(BLOCK, size - start)));
            }
        }
        try {
            String contents = blocks.parallelStream().map(Block::describe).collect(Collectors.joining("\n"));
            return new Fingerprint(dataset, sha256(dataset + "\n" + recipe + "\n" + contents));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Block(Path file, long start, long size) {

        String describe() {
            CRC32 crc32 = new CRC32();
            CRC32C crc32c = new CRC32C();
            try (FileChannel channel = FileChannel.open(file)) {
                ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, start, size);
                crc32.update(bytes.duplicate());
                crc32c.update(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return file.getFileName() + " " + start + "+" + size + " " + crc32.getValue() + " " + crc32c.getValue();
        }
    }
}
