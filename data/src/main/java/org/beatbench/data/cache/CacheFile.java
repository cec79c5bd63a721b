package org.beatbench.data.cache;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Form;
import org.beatbench.api.Input;
import org.beatbench.api.Rows;
import org.beatbench.files.Aside;

/**
 * The form in which beats are kept. Big-endian: magic, version, number of strings, the strings (length, UTF-8), string
 * number of the key, classes (count, string numbers), form (string number of its id, samples, channels and features: count,
 * for each string numbers of name, unit and meaning, 1 if causal); number of beats; for each beat label, unpadded length, RR before and after, string numbers of subject and record, position, string number of the symbol; zeros
 * up to a multiple of 4; all samples row by row; CRC-32C of everything before it.
 */
final class CacheFile {

    private static final long MAGIC = 0x4245_4154_4341_4348L; // BEATCACH
    private static final int VERSION = 2;
    private static final int CHECKSUM_BYTES = Long.BYTES;
    private static final int ALIGNMENT = Float.BYTES;
    private static final int BUFFER = 1 << 16;
    private static final int LARGEST = Integer.MAX_VALUE - 8; // what an array can hold

    private CacheFile() {}

    static void write(Path target, CacheKey key, Beats beats) throws IOException {
        try (Aside file =
                Aside.file(Objects.requireNonNull(target.toAbsolutePath().getParent()))) {
            CRC32C checksum = new CRC32C();
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                    new CheckedOutputStream(Files.newOutputStream(file.path()), checksum), BUFFER))) {
                writeKnowledge(out, key, beats);
                while (out.size() % ALIGNMENT != 0) {
                    out.write(0);
                }
                writeSamples(out, beats);
                out.flush();
                out.writeLong(checksum.getValue());
            }
            file.publish(target);
        }
    }

    /**
     * Reads beats.
     *
     * @throws DamagedException if the file is not whole, not of this version, or not of this key
     */
    static Beats read(Path file, CacheKey key) throws IOException, DamagedException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size > Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 2) || size < CHECKSUM_BYTES) {
                throw new DamagedException("has an impossible size");
            }
            ByteBuffer all = ByteBuffer.allocate((int) size);
            int end = all.limit() - CHECKSUM_BYTES;
            long checksum = fill(all.limit(end), channel);
            fill(all.limit(end + CHECKSUM_BYTES), channel);
            if (checksum != all.getLong(end)) {
                throw new DamagedException("has a wrong checksum");
            }
            return readBody(all.rewind().limit(end), key);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw new DamagedException("does not hold what it announces");
        }
    }

    /**
     * Reads up to the limit of a buffer; gives the checksum of what it read. Not mapped, because a file that is cut off under a mapping crashes the virtual machine;
     * and in small steps, so that each is checked while the processor still has it at hand.
     */
    private static long fill(ByteBuffer target, FileChannel channel) throws IOException, DamagedException {
        CRC32C checksum = new CRC32C();
        int end = target.limit();
        while (target.position() < end) {
            int start = target.position();
            target.limit(Math.min(end, start + BUFFER));
            if (channel.read(target) < 0) {
                throw new DamagedException("was cut off while it was read");
            }
            checksum.update(target.array(), target.arrayOffset() + start, target.position() - start);
        }
        return checksum.getValue();
    }

    private static void writeKnowledge(DataOutputStream out, CacheKey key, Beats beats) throws IOException {
        Map<String, Integer> strings = new LinkedHashMap<>();
        number(strings, key.contents());
        beats.classes().forEach(name -> number(strings, name));
        number(strings, beats.form().id());
        Stream.concat(beats.form().channels().stream(), beats.form().features().stream())
                .flatMap(input -> Stream.of(input.name(), input.unit(), input.meaning()))
                .forEach(string -> number(strings, string));
        for (Beat beat : beats.beats()) {
            number(strings, beat.subject());
            number(strings, beat.record());
            number(strings, beat.symbol());
        }
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(strings.size());
        for (String string : strings.keySet()) {
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.writeInt(number(strings, key.contents()));
        out.writeInt(beats.classes().size());
        for (String name : beats.classes()) {
            out.writeInt(number(strings, name));
        }
        out.writeInt(number(strings, beats.form().id()));
        out.writeInt(beats.form().samples());
        writeInputs(out, strings, beats.form().channels());
        writeInputs(out, strings, beats.form().features());
        out.writeInt(beats.size());
        for (Beat beat : beats.beats()) {
            out.writeInt(beat.label());
            out.writeInt(beat.unpaddedLength());
            out.writeDouble(beat.rrBefore());
            out.writeDouble(beat.rrAfter());
            out.writeInt(number(strings, beat.subject()));
            out.writeInt(number(strings, beat.record()));
            out.writeLong(beat.position());
            out.writeInt(number(strings, beat.symbol()));
        }
    }

    private static void writeInputs(DataOutputStream out, Map<String, Integer> strings, List<Input> inputs)
            throws IOException {
        out.writeInt(inputs.size());
        for (Input input : inputs) {
            out.writeInt(number(strings, input.name()));
            out.writeInt(number(strings, input.unit()));
            out.writeInt(number(strings, input.meaning()));
            out.writeInt(input.causal() ? 1 : 0);
        }
    }

    private static int number(Map<String, Integer> strings, String string) {
        int next = strings.size();
        Integer known = strings.putIfAbsent(string, next);
        return known == null ? next : known;
    }

    private static void writeSamples(DataOutputStream out, Beats beats) throws IOException {
        FloatBuffer samples = beats.samples().buffer();
        ByteBuffer block = ByteBuffer.allocate(BUFFER);
        while (samples.hasRemaining()) {
            int count = Math.min(samples.remaining(), BUFFER / Float.BYTES);
            block.asFloatBuffer().put(samples.slice(samples.position(), count));
            samples.position(samples.position() + count);
            out.write(block.array(), 0, count * Float.BYTES);
        }
    }

    private static Beats readBody(ByteBuffer in, CacheKey key) throws DamagedException {
        if (in.getLong() != MAGIC || in.getInt() != VERSION) {
            throw new DamagedException("is of another version");
        }
        String[] strings = new String[checkedCount(in)];
        for (int i = 0; i < strings.length; i++) {
            byte[] bytes = new byte[checkedCount(in)];
            in.get(bytes);
            strings[i] = new String(bytes, StandardCharsets.UTF_8);
        }
        if (!strings[in.getInt()].equals(key.contents())) {
            throw new DamagedException("holds other beats");
        }
        List<String> classes = new ArrayList<>();
        for (int i = checkedCount(in); i > 0; i--) {
            classes.add(strings[in.getInt()]);
        }
        Form form = new Form(strings[in.getInt()], in.getInt(), readInputs(in, strings), readInputs(in, strings));
        int size = checkedCount(in);
        long start = in.limit() - (long) size * form.width() * Float.BYTES;
        if (start < in.position()) {
            throw new DamagedException("does not hold what it announces");
        }
        ByteBuffer samples = in.duplicate().position((int) start).slice();
        List<Beat> beats = readBeats(in, size, strings);
        return Beats.of(classes, form, Rows.read(samples.asFloatBuffer(), form.width()), beats);
    }

    private static List<Input> readInputs(ByteBuffer in, String[] strings) throws DamagedException {
        List<Input> inputs = new ArrayList<>();
        for (int i = checkedCount(in); i > 0; i--) {
            inputs.add(new Input(strings[in.getInt()], strings[in.getInt()], strings[in.getInt()], in.getInt() == 1));
        }
        return inputs;
    }

    private static List<Beat> readBeats(ByteBuffer in, int size, String[] strings) {
        Beat[] beats = new Beat[size];
        for (int i = 0; i < size; i++) {
            beats[i] = new Beat(
                    in.getInt(),
                    in.getInt(),
                    in.getDouble(),
                    in.getDouble(),
                    strings[in.getInt()],
                    strings[in.getInt()],
                    in.getLong(),
                    strings[in.getInt()]);
        }
        return Arrays.asList(beats);
    }

    /** A number of things that take at least a byte each, so that a damaged one cannot ask for all memory. */
    private static int checkedCount(ByteBuffer in) throws DamagedException {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) {
            throw new DamagedException("does not hold what it announces");
        }
        return count;
    }

    /** A cache file that cannot be used. */
    static final class DamagedException extends Exception {

        private static final long serialVersionUID = 1;

        DamagedException(String message) {
            super(message);
        }
    }
}
