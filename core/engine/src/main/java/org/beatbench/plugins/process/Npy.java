package org.beatbench.plugins.process;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.beatbench.api.Rows;

/**
 * Arrays in files as NumPy writes them (NEP 1, version 1.0): little-endian, row after row. Written are float32 and int32, read
 * are float32 and float64.
 */
final class Npy {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int HEADER_STARTS = MAGIC.length + Short.BYTES;
    private static final int ALIGNED = 64;
    private static final int LONGEST_HEADER = 65_535;
    private static final int NUMBERS_AT_ONCE = 16_384;

    private static final Pattern KIND = Pattern.compile("'descr':\\s*'([^']*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

    private Npy() {}

    /** Writes rows as float32, {@code size × width}. */
    static void write(Path file, Rows rows) throws IOException {
        try (FileChannel to = created(file, "<f4", rows.size() + ", " + rows.width())) {
            FloatBuffer values = rows.buffer();
            ByteBuffer block = block(Float.BYTES);
            while (values.hasRemaining()) {
                int count = Math.min(values.remaining(), NUMBERS_AT_ONCE);
                block.clear().asFloatBuffer().put(values.slice(values.position(), count));
                values.position(values.position() + count);
                writeAll(to, block.limit(count * Float.BYTES));
            }
        }
    }

    /** Writes numbers as int32, one axis. */
    static void write(Path file, int[] numbers) throws IOException {
        try (FileChannel to = created(file, "<i4", numbers.length + ",")) {
            ByteBuffer block = block(Integer.BYTES);
            for (int first = 0; first < numbers.length; first += NUMBERS_AT_ONCE) {
                int count = Math.min(numbers.length - first, NUMBERS_AT_ONCE);
                block.clear().asIntBuffer().put(numbers, first, count);
                writeAll(to, block.limit(count * Integer.BYTES));
            }
        }
    }

    /**
     * Reads rows.
     *
     * @param size how many there must be
     * @param width how many numbers each must have
     * @throws IOException if the file is no such array, saying what it is
     */
    static Rows read(Path file, int size, int width) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
            String header = header(from, file);
            String kind = found(KIND, header, file);
            boolean isSingle = kind.equals("<f4");
            if (!isSingle && !kind.equals("<f8")) {
                throw new IOException(file.getFileName() + " holds " + kind + ", wanted is <f4 (float32) or <f8");
            }
            if (found(ORDER, header, file).equals("True") && size > 1 && width > 1) {
                throw new IOException(
                        file.getFileName() + " is column after column, wanted is row after row (C order)");
            }
            String shape = found(SHAPE, header, file).replaceAll("[\\s,]+$", "").replaceAll("\\s+", "");
            if (!shape.equals(size + "," + width)) {
                throw new IOException(file.getFileName() + " has the shape (" + shape + "), wanted is (" + size + ","
                        + width + "): a row for each beat, a column for each class");
            }
            return Rows.of(isSingle ? floats(from, size * width) : doubles(from, size * width), width);
        } catch (EOFException e) {
            throw new IOException(file.getFileName() + " ends too early", e);
        }
    }

    private static String header(FileChannel from, Path file) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(HEADER_STARTS).order(ByteOrder.LITTLE_ENDIAN);
        readAll(from, start);
        if (!Arrays.equals(start.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException(file.getFileName() + " is no NumPy array of version 1.0");
        }
        ByteBuffer header = ByteBuffer.allocate(start.getShort(MAGIC.length) & LONGEST_HEADER);
        readAll(from, header);
        return StandardCharsets.ISO_8859_1.decode(header).toString();
    }

    private static String found(Pattern pattern, String header, Path file) throws IOException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new IOException(file.getFileName() + " has a header without "
                    + pattern.pattern().split("'")[1]);
        }
        return matcher.group(1);
    }

    private static float[] floats(FileChannel from, int count) throws IOException {
        float[] values = new float[count];
        ByteBuffer block = block(Float.BYTES);
        for (int first = 0; first < count; first += NUMBERS_AT_ONCE) {
            int read = Math.min(count - first, NUMBERS_AT_ONCE);
            readAll(from, block.clear().limit(read * Float.BYTES));
            block.asFloatBuffer().get(values, first, read);
        }
        return values;
    }

    private static float[] doubles(FileChannel from, int count) throws IOException {
        float[] values = new float[count];
        ByteBuffer block = block(Double.BYTES);
        for (int first = 0; first < count; first += NUMBERS_AT_ONCE) {
            int read = Math.min(count - first, NUMBERS_AT_ONCE);
            readAll(from, block.clear().limit(read * Double.BYTES));
            for (int i = 0; i < read; i++) {
                values[first + i] = (float) block.getDouble(i * Double.BYTES);
            }
        }
        return values;
    }

    private static ByteBuffer block(int bytes) {
        return ByteBuffer.allocateDirect(NUMBERS_AT_ONCE * bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static FileChannel created(Path file, String kind, String shape) throws IOException {
        String header = "{'descr': '" + kind + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        int end = HEADER_STARTS + header.length() + 1;
        String padded = header + " ".repeat((ALIGNED - end % ALIGNED) % ALIGNED) + "\n";
        FileChannel to = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        ByteBuffer start = ByteBuffer.allocate(HEADER_STARTS + padded.length()).order(ByteOrder.LITTLE_ENDIAN);
        start.put(MAGIC).putShort((short) padded.length()).put(padded.getBytes(StandardCharsets.ISO_8859_1));
        writeAll(to, start.flip());
        return to;
    }

    private static void writeAll(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** Fills a buffer, and flips it. */
    private static void readAll(FileChannel from, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (from.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        bytes.flip();
    }
}
