package org.beatbench.data.wfdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.beatbench.data.recording.Annotation;
import org.beatbench.files.Aside;

/**
 * Writes annotation files in MIT format (WFDB Applications Guide, annot(5)), which {@link WfdbSource} and the programs of WFDB read.
 *
 * <p>Notes at sample 0 that begin with {@code ##} are about the file itself: the rate that samples count at, and what wrote it. They
 * are read, and not kept as annotations.
 */
public final class AnnotationWriter {

    private static final int SKIP = 59;
    private static final int NUM = 60;
    private static final int SUB = 61;
    private static final int CHN = 62;
    private static final int AUX = 63;

    private static final int VALUE = 0x3ff;

    /** Programs of WFDB hold the length of a text in one byte. */
    private static final int LONGEST_TEXT = 255;

    private static final String NOTE = "\"";
    private static final String OWN_NOTE = "## ";

    /** Notes stand at the beginning, so this is enough to find one. */
    private static final int BEGINNING = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long sample;
    private int channel;
    private int number;

    private AnnotationWriter() {}

    /**
     * Writes a file, which is there when it is whole or not at all; one that stands there is replaced.
     *
     * @param file named like the record, with the annotator as its ending, such as {@code 100.qrs}
     * @param rate samples a second that the annotations count in
     * @param writer who found them, kept as a note; see {@link #isBy}
     * @param annotations in order of their samples
     * @throws IllegalArgumentException if they cannot be written so that the same would be read
     */
    public static void write(Path file, double rate, String writer, List<Annotation> annotations) throws IOException {
        byte[] content = bytes(rate, writer, annotations);
        try (Aside aside =
                Aside.file(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
            Files.write(aside.path(), content);
            aside.publish(file);
        }
    }

    /** Whether a file was written with such a note. */
    public static boolean isBy(String writer, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            // Byte by byte, as what is looked for may stand among anything.
            return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1)
                    .contains(new String(
                            (OWN_NOTE + writer).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    static byte[] bytes(double rate, String writer, List<Annotation> annotations) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("rate must be above 0: " + rate);
        }
        AnnotationWriter out = new AnnotationWriter();
        String written = rate == Math.rint(rate) && rate < 1e9 ? Long.toString((long) rate) : Double.toString(rate);
        out.add(new Annotation(0, NOTE, 0, 0, 0, "## time resolution: " + written));
        if (!writer.isEmpty()) {
            out.add(new Annotation(0, NOTE, 0, 0, 0, OWN_NOTE + writer));
        }
        for (Annotation annotation : annotations) {
            if (annotation.sample() == 0
                    && annotation.symbol().equals(NOTE)
                    && annotation.text().startsWith(OWN_NOTE)) {
                throw new IllegalArgumentException("would be taken for a note about the file: " + annotation);
            }
            out.add(annotation);
        }
        out.word(0);
        return out.bytes.toByteArray();
    }

    private void add(Annotation annotation) {
        int code = AnnotationReader.SYMBOLS.indexOf(annotation.symbol());
        byte[] text = annotation.text().getBytes(StandardCharsets.UTF_8);
        check(annotation, code, text);
        long distance = annotation.sample() - sample;
        sample = annotation.sample();
        while (distance > VALUE) {
            int skipped = (int) Math.min(distance, Integer.MAX_VALUE);
            word(SKIP << 10);
            word(skipped >> 16);
            word(skipped);
            distance -= skipped;
        }
        word(code << 10 | (int) distance);
        if (annotation.subtype() != 0) {
            word(SUB << 10 | (annotation.subtype() & VALUE));
        }
        // Channel and number hold until they are changed, the subtype for one annotation only.
        if (annotation.channel() != channel) {
            channel = annotation.channel();
            word(CHN << 10 | channel);
        }
        if (annotation.number() != number) {
            number = annotation.number();
            word(NUM << 10 | (number & VALUE));
        }
        if (text.length > 0) {
            word(AUX << 10 | text.length);
            bytes.writeBytes(text);
            if (text.length % 2 > 0) {
                bytes.write(0);
            }
        }
    }

    private void check(Annotation annotation, int code, byte[] text) {
        if (code < 1) {
            throw new IllegalArgumentException("there is no code for the symbol of " + annotation);
        }
        if (annotation.sample() < sample) {
            throw new IllegalArgumentException("annotations must ascend: " + annotation + " after sample " + sample);
        }
        if (annotation.subtype() != (byte) annotation.subtype()
                || annotation.number() != (byte) annotation.number()
                || annotation.channel() < 0
                || annotation.channel() > LONGEST_TEXT) {
            throw new IllegalArgumentException("subtype, channel or number does not fit a byte: " + annotation);
        }
        if (text.length > LONGEST_TEXT || annotation.text().indexOf('\0') >= 0) {
            throw new IllegalArgumentException("text is too long or holds NUL: " + annotation);
        }
    }

    private void word(int word) {
        bytes.write(word);
        bytes.write(word >> 8);
    }
}
