package org.beatbench.data.edf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/** Writes files in EDF and BDF for tests, independently of the code that reads them; fields are written as they are given. */
public final class EdfWriter {

    private static final int ANNOTATION_BYTES = 120;

    private record Channel(
            String label, String units, List<String> ends, int inRecord, IntUnaryOperator samples, int size) {}

    private final List<Channel> channels = new ArrayList<>();
    private final List<List<String>> lists = new ArrayList<>();
    private boolean wide;
    private String kind = "";
    private String patient = "X X X X";
    private String duration = "1";
    private String records = "";

    /** 24 bits a sample. */
    public EdfWriter bdf() {
        wide = true;
        return this;
    }

    public EdfWriter kind(String text) {
        kind = text;
        return this;
    }

    public EdfWriter patient(String text) {
        patient = text;
        return this;
    }

    public EdfWriter duration(String text) {
        duration = text;
        return this;
    }

    /** What the header says of the number of data records, if it is not the truth. */
    public EdfWriter records(String text) {
        records = text;
        return this;
    }

    /** A signal in steps of 1/200 mV, which must fill whole data records. */
    public EdfWriter signal(String label, int inRecord, int[] samples) {
        return signal(label, "mV", inRecord, samples, "-10.24", "10.235", "-2048", "2047");
    }

    /** A signal; {@code ends} are physical minimum and maximum, then digital ones. */
    public EdfWriter signal(String label, String units, int inRecord, int[] samples, String... ends) {
        channels.add(new Channel(label, units, List.of(ends), inRecord, i -> samples[i], samples.length));
        return this;
    }

    /** The annotation lists of the next data record, with {@code |} for the end of texts and of times. */
    public EdfWriter lists(String... texts) {
        lists.add(List.of(texts));
        return this;
    }

    public void write(Path file) throws IOException {
        int count = channels.get(0).size / channels.get(0).inRecord;
        String annotations = wide ? "BDF Annotations" : "EDF Annotations";
        List<Channel> all = new ArrayList<>(channels);
        if (!lists.isEmpty()) {
            all.add(new Channel(
                    annotations,
                    "",
                    List.of("-1", "1", "-32768", "32767"),
                    ANNOTATION_BYTES / (wide ? 3 : 2),
                    i -> 0,
                    0));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((wide ? "\u00ffBIOSEMI" : "0       ").getBytes(StandardCharsets.ISO_8859_1));
        field(out, patient, 80);
        field(out, "Startdate X X X X", 80);
        field(out, "01.01.01", 8);
        field(out, "00.00.00", 8);
        field(out, String.valueOf(256 * (1 + all.size())), 8);
        field(out, kind, 44);
        field(out, records.isEmpty() ? String.valueOf(count) : records, 8);
        field(out, duration, 8);
        field(out, String.valueOf(all.size()), 4);
        fields(out, all, 16, Channel::label);
        fields(out, all, 80, channel -> "");
        fields(out, all, 8, Channel::units);
        for (int end = 0; end < 4; end++) {
            int which = end;
            fields(out, all, 8, channel -> channel.ends.get(which));
        }
        fields(out, all, 80, channel -> "");
        fields(out, all, 8, channel -> String.valueOf(channel.inRecord));
        fields(out, all, 32, channel -> "");
        for (int record = 0; record < count; record++) {
            for (Channel channel : all) {
                if (channel.label.equals(annotations)) {
                    lists(out, record < lists.size() ? lists.get(record) : List.of());
                } else {
                    for (int i = 0; i < channel.inRecord; i++) {
                        int value = channel.samples.applyAsInt(record * channel.inRecord + i);
                        for (int shift = 0; shift < (wide ? 24 : 16); shift += 8) {
                            out.write(value >> shift);
                        }
                    }
                }
            }
        }
        Files.write(file, out.toByteArray());
    }

    private static void lists(ByteArrayOutputStream out, List<String> texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String text : texts) {
            bytes.writeBytes(text.replace('|', '\u0014').getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        if (bytes.size() > ANNOTATION_BYTES) {
            throw new IllegalArgumentException("too much text for a data record: " + texts);
        }
        out.writeBytes(bytes.toByteArray());
        out.writeBytes(new byte[ANNOTATION_BYTES - bytes.size()]);
    }

    private static void fields(
            ByteArrayOutputStream out, List<Channel> channels, int width, Function<Channel, String> text) {
        channels.forEach(channel -> field(out, text.apply(channel), width));
    }

    private static void field(ByteArrayOutputStream out, String text, int width) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length > width) {
            throw new IllegalArgumentException("too long for " + width + " characters: " + text);
        }
        out.writeBytes(bytes);
        out.writeBytes(" ".repeat(width - bytes.length).getBytes(StandardCharsets.ISO_8859_1));
    }
}
