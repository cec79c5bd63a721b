package org.beatbench.data.wfdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.beatbench.data.recording.Annotation;

/** Writes small WFDB records for tests, independently of the code that reads them. */
public final class RecordWriter {

    private RecordWriter() {}

    /** Writes a record of one signal in format 16 at 360 Hz, with beats at some samples. */
    public static void write(Path folder, String name, int[] samples, List<Annotation> annotations) throws IOException {
        write(folder, name, 360, "16", new int[][] {samples}, annotations);
    }

    public static void write(
            Path folder, String name, double rate, String format, int[][] signals, List<Annotation> annotations)
            throws IOException {
        int size = signals[0].length;
        StringBuilder header = new StringBuilder(name + " " + signals.length + " " + rate + " " + size + "\n");
        for (int i = 0; i < signals.length; i++) {
            int sum = Arrays.stream(signals[i]).sum();
            header.append(name + ".dat " + format + " 200(10)/mV 12 10 " + signals[i][0] + " " + (short) sum
                    + " 0 lead " + i + "\n");
        }
        Files.writeString(folder.resolve(name + ".hea"), header + "# made for a test\n");
        Files.write(folder.resolve(name + ".dat"), encode(format, signals));
        Files.write(folder.resolve(name + ".atr"), encode(annotations));
    }

    private static byte[] encode(String format, int[][] signals) {
        int count = signals.length * signals[0].length;
        int[] all = new int[count];
        for (int i = 0; i < count; i++) {
            all[i] = signals[i % signals.length][i / signals.length];
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            switch (format) {
                case "80" -> out.write(all[i] + 128);
                case "16" -> littleEndian(out, all[i], 2);
                case "24" -> littleEndian(out, all[i], 3);
                case "32" -> littleEndian(out, all[i], 4);
                case "212" -> {
                    int second = i + 1 < count ? all[i + 1] : 0;
                    out.write(all[i]);
                    out.write((all[i] >> 8 & 15) | (second >> 8 & 15) << 4);
                    if (i + 1 < count) {
                        out.write(second);
                    }
                    i++;
                }
                default -> throw new IllegalArgumentException(format);
            }
        }
        return out.toByteArray();
    }

    private static byte[] encode(List<Annotation> annotations) {
        List<String> symbols = List.of(" ", "N", "L", "R", "a", "V", "F", "J", "A", "S", "E", "j", "/", "Q", "~");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long before = 0;
        for (Annotation annotation : annotations) {
            int code = annotation.symbol().equals("+") ? 28 : symbols.indexOf(annotation.symbol());
            long interval = annotation.sample() - before;
            before = annotation.sample();
            if (interval > 1023) {
                littleEndian(out, 59 << 10, 2);
                littleEndian(out, (int) (interval >> 16), 2);
                littleEndian(out, (int) interval, 2);
                interval = 0;
            }
            littleEndian(out, code << 10 | (int) interval, 2);
            byte[] text = annotation.text().getBytes(StandardCharsets.UTF_8);
            if (text.length > 0) {
                littleEndian(out, 63 << 10 | text.length, 2);
                out.writeBytes(text);
                out.writeBytes(new byte[text.length % 2]);
            }
        }
        littleEndian(out, 0, 2);
        return out.toByteArray();
    }

    private static void littleEndian(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> (8 * i));
        }
    }
}
