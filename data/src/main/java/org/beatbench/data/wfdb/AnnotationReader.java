package org.beatbench.data.wfdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.beatbench.files.Contents;

/** Reads annotation files in MIT format (WFDB Applications Guide, annot(5)). */
final class AnnotationReader {

    private static final int SKIP = 59;
    private static final int NUM = 60;
    private static final int SUB = 61;
    private static final int CHN = 62;
    private static final int AUX = 63;

    /** A note at the beginning that tells how many ticks a second the annotations count. */
    private static final String RESOLUTION = "## time resolution:";

    private static final String[] SYMBOLS = {
        " ", "N", "L", "R", "a", "V", "F", "J", "A", "S", "E", "j", "/", "Q", "~", "[15]", "|", "[17]", "s", "T", "*",
                "D",
        "\"", "=", "p", "B", "^", "t", "+", "u", "?", "!", "[", "]", "e", "n", "@", "x", "f", "(", ")", "r", "[42]",
                "[43]",
        "[44]", "[45]", "[46]", "[47]", "[48]", "[49]"
    };

    private final Path file;
    private final byte[] bytes;
    private final List<Annotation> annotations = new ArrayList<>();
    private int at;

    private AnnotationReader(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * Reads all annotations of a record.
     *
     * @param size samples of the record's signals
     * @param rate samples a second of the record
     * @throws UserError if the file is missing, cut off, not in this format, or does not fit the signals
     */
    static List<Annotation> read(Path folder, String record, String annotator, int size, double rate)
            throws IOException {
        Path file = folder.resolve(record + "." + annotator);
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    file + " does not exist, so the beats of record " + record + " are not known",
                    "put the annotations beside the header, or leave the record out");
        }
        AnnotationReader reader = new AnnotationReader(file, Contents.bytes(file));
        reader.readAll();
        return reader.checked(size, rate);
    }

    private void readAll() {
        long sample = 0;
        // Channel and number hold until they are changed, the subtype for one annotation only.
        int channel = 0;
        int number = 0;
        while (true) {
            int start = at;
            int word = word();
            int code = word >> 10;
            int value = word & 0x3ff;
            if (word == 0) {
                return;
            }
            switch (code) {
                case SKIP -> sample += word() << 16 | word();
                case NUM -> {
                    number = (byte) value;
                    amend(start, last(start).subtype(), channel, number);
                }
                case SUB -> amend(start, (byte) value, channel, number);
                case CHN -> {
                    channel = value & 0xff;
                    amend(start, last(start).subtype(), channel, number);
                }
                case AUX -> aux(start, value);
                default -> {
                    sample += value;
                    add(start, sample, code, channel, number);
                }
            }
        }
    }

    private void add(int start, long sample, int code, int channel, int number) {
        if (code >= SYMBOLS.length) {
            throw wrong(
                    start, "annotation code " + code + " does not exist; this is not an annotation file in MIT format");
        }
        if (sample < 0) {
            throw wrong(start, "the annotation lies " + -sample + " samples before the beginning of the record");
        }
        if (!annotations.isEmpty() && sample < last(start).sample()) {
            throw wrong(
                    start,
                    "the annotation at sample " + sample + " comes after one at "
                            + last(start).sample());
        }
        annotations.add(new Annotation(sample, SYMBOLS[code], 0, channel, number, ""));
    }

    private void amend(int start, int subtype, int channel, int number) {
        Annotation last = last(start);
        replaceLast(new Annotation(last.sample(), last.symbol(), subtype, channel, number, last.text()));
    }

    private void aux(int start, int length) {
        if (at + length > bytes.length) {
            throw cutOff();
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        // Text is padded to whole words; many writers count a terminating NUL as well.
        at += length + length % 2;
        int end = text.indexOf('\0');
        Annotation last = last(start);
        replaceLast(new Annotation(
                last.sample(),
                last.symbol(),
                last.subtype(),
                last.channel(),
                last.number(),
                end < 0 ? text : text.substring(0, end)));
    }

    private void replaceLast(Annotation annotation) {
        annotations.set(annotations.size() - 1, annotation);
    }

    private Annotation last(int start) {
        if (annotations.isEmpty()) {
            throw wrong(start, "there is more about an annotation, but no annotation before it");
        }
        return annotations.get(annotations.size() - 1);
    }

    private int word() {
        if (at + 2 > bytes.length) {
            throw cutOff();
        }
        int word = (bytes[at + 1] & 0xff) << 8 | (bytes[at] & 0xff);
        at += 2;
        return word;
    }

    private List<Annotation> checked(int size, double rate) {
        List<Annotation> kept = new ArrayList<>(annotations.size());
        for (Annotation annotation : annotations) {
            if (annotation.sample() == 0
                    && annotation.symbol().equals("\"")
                    && annotation.text().startsWith("## ")) {
                checkResolution(annotation.text(), rate);
            } else {
                kept.add(annotation);
            }
        }
        List<Annotation> outside =
                kept.stream().filter(annotation -> annotation.sample() >= size).toList();
        if (!outside.isEmpty()) {
            throw new UserError(
                    file + ": annotation '" + outside.get(0).symbol() + "' at sample "
                            + outside.get(0).sample() + " lies past the end of the signal, which has " + size
                            + " samples"
                            + (outside.size() > 1 ? "; so do " + (outside.size() - 1) + " more" : ""),
                    "check that annotations and signal belong to the same record, and that the signal is whole");
        }
        return kept;
    }

    private void checkResolution(String note, double rate) {
        if (note.startsWith(RESOLUTION)) {
            String resolution = note.substring(RESOLUTION.length()).strip();
            if (!isNumber(resolution, rate)) {
                throw new UserError(
                        file + ": the annotations count " + resolution + " ticks a second, the signals " + rate
                                + " samples, which is not supported",
                        "write the annotations anew at the rate of the signals, for instance with WFDB's xform");
            }
        }
    }

    private static boolean isNumber(String text, double number) {
        try {
            return Double.parseDouble(text) == number;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private UserError cutOff() {
        return new UserError(
                file + ": the annotations are cut off: the file ends at byte " + bytes.length + " without an end mark",
                "get the file anew");
    }

    private UserError wrong(int start, String what) {
        return new UserError(file + ": byte " + start + ": " + what, "get the file anew");
    }
}
