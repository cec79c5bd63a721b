package org.beatbench.data.wfdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.beatbench.api.UserError;
import org.beatbench.data.recording.Annotation;
import org.beatbench.files.Contents;

/**
 * Reads annotation files in MIT format (WFDB Applications Guide, annot(5)). Notes at the beginning that tell the resolution of time
 * or define codes are understood and not kept, nor are the empty marks that writers put behind them. Marks that are out of order,
 * which a skip backwards makes of them, are sorted.
 */
final class AnnotationReader {

    private static final int NONE = 0;
    private static final int SKIP = 59;
    private static final int NUM = 60;
    private static final int SUB = 61;
    private static final int CHN = 62;
    private static final int AUX = 63;

    private static final String NOTE = "\"";
    private static final String OWN_NOTE = "## ";

    /** A note at the beginning that tells how many ticks a second the annotations count. */
    private static final String RESOLUTION = "## time resolution:";

    /** Notes at the beginning around those that define a code each: number, symbol, description. */
    private static final String DEFINITIONS = "## annotation type definitions";

    private static final String END_OF_DEFINITIONS = "## end of definitions";
    private static final Pattern DEFINITION = Pattern.compile("\\s*(\\d{1,2})\\s+(\\S+)(?:\\s.*)?");

    static final List<String> SYMBOLS = List.of(
            " ", "N", "L", "R", "a", "V", "F", "J", "A", "S", "E", "j", "/", "Q", "~", "[15]", "|", "[17]", "s", "T",
            "*", "D", "\"", "=", "p", "B", "^", "t", "+", "u", "?", "!", "[", "]", "e", "n", "@", "x", "f", "(", ")",
            "r", "[42]", "[43]", "[44]", "[45]", "[46]", "[47]", "[48]", "[49]");

    private final Path file;
    private final byte[] bytes;
    private final List<Mark> marks = new ArrayList<>();
    private int at;

    private AnnotationReader(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** A mark as it is stored: at a tick, which need not be a sample, and of a code that may be defined anew. */
    private record Mark(long tick, int code, int subtype, int channel, int number, String text) {}

    /**
     * Reads all annotations of a record.
     *
     * @param size samples of the record's signals
     * @param ticks a second that annotations count where they do not tell
     * @param rate samples a second of the record's signals
     * @throws UserError if the file is missing, cut off, not in this format, or does not fit the signals
     */
    static List<Annotation> read(Path folder, String record, String annotator, int size, double ticks, double rate)
            throws IOException {
        Path file = folder.resolve(record + "." + annotator);
        if (!Files.isRegularFile(file)) {
            List<String> others = annotators(folder, record);
            throw new UserError(
                    file + " does not exist, so the beats of record " + record + " are not known",
                    others.isEmpty()
                            ? "put the annotations beside the header, or leave the record out"
                            : "choose whose annotations are read with the setting annotator; there may be some in: "
                                    + String.join(", ", others));
        }
        AnnotationReader reader = new AnnotationReader(file, Contents.bytes(file));
        reader.readAll();
        return reader.annotations(size, ticks, rate);
    }

    /** Endings of the files of a record that may hold annotations. */
    private static List<String> annotators(Path folder, String record) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(Pattern.quote(record) + "\\.[a-zA-Z][\\w-]*"))
                    .map(name -> name.substring(record.length() + 1))
                    .filter(ending -> !ending.matches("hea|dat|mat|flac|edf|csv|txt|xws|mkv|pdf|png|md|json"))
                    .sorted()
                    .toList();
        }
    }

    private void readAll() {
        long tick = 0;
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
                case SKIP -> tick += word() << 16 | word();
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
                    tick += value;
                    add(start, tick, code, channel, number);
                }
            }
        }
    }

    private void add(int start, long tick, int code, int channel, int number) {
        if (code >= SYMBOLS.size()) {
            throw wrong(
                    start, "annotation code " + code + " does not exist; this is not an annotation file in MIT format");
        }
        if (tick < 0) {
            throw wrong(start, "the annotation lies " + -tick + " samples before the beginning of the record");
        }
        marks.add(new Mark(tick, code, 0, channel, number, ""));
    }

    private void amend(int start, int subtype, int channel, int number) {
        Mark last = last(start);
        replaceLast(new Mark(last.tick(), last.code(), subtype, channel, number, last.text()));
    }

    private void aux(int start, int length) {
        if (at + length > bytes.length) {
            throw cutOff();
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        // Text is padded to whole words; many writers count a terminating NUL as well.
        at += length + length % 2;
        int end = text.indexOf('\0');
        Mark last = last(start);
        replaceLast(new Mark(
                last.tick(),
                last.code(),
                last.subtype(),
                last.channel(),
                last.number(),
                end < 0 ? text : text.substring(0, end)));
    }

    private void replaceLast(Mark mark) {
        marks.set(marks.size() - 1, mark);
    }

    private Mark last(int start) {
        if (marks.isEmpty()) {
            throw wrong(start, "there is more about an annotation, but no annotation before it");
        }
        return marks.get(marks.size() - 1);
    }

    private int word() {
        if (at + 2 > bytes.length) {
            throw cutOff();
        }
        int word = (bytes[at + 1] & 0xff) << 8 | (bytes[at] & 0xff);
        at += 2;
        return word;
    }

    private List<Annotation> annotations(int size, double ticks, double rate) {
        double perTick = rate / ticks;
        Map<Integer, String> defined = new HashMap<>();
        boolean defines = false;
        List<Annotation> kept = new ArrayList<>(marks.size());
        List<Annotation> outside = new ArrayList<>();
        for (Mark mark : marks) {
            boolean isFirstNote = mark.tick() == 0 && SYMBOLS.get(mark.code()).equals(NOTE);
            if (mark.code() == NONE) {
                continue;
            }
            if (isFirstNote && mark.text().startsWith(OWN_NOTE)) {
                defines = mark.text().startsWith(DEFINITIONS)
                        || (defines && !mark.text().startsWith(END_OF_DEFINITIONS));
                if (mark.text().startsWith(RESOLUTION)) {
                    perTick = rate / resolution(mark.text().substring(RESOLUTION.length()));
                }
            } else if (isFirstNote && defines) {
                define(mark.text(), defined);
            } else {
                Annotation annotation = annotation(mark, defined, perTick, size);
                (annotation.sample() < size ? kept : outside).add(annotation);
            }
        }
        if (!outside.isEmpty()) {
            throw new UserError(
                    file + ": annotation '" + outside.get(0).symbol() + "' at sample "
                            + outside.get(0).sample() + " lies past the end of the signal, which has " + size
                            + " samples"
                            + (outside.size() > 1 ? "; so do " + (outside.size() - 1) + " more" : ""),
                    "check that annotations and signal belong to the same record, and that the signal is whole");
        }
        // Stable: of marks at one sample, the first of the file stays the first.
        kept.sort(Comparator.comparingLong(Annotation::sample));
        return kept;
    }

    private static void define(String text, Map<Integer, String> defined) {
        Matcher definition = DEFINITION.matcher(text);
        if (definition.matches()) {
            defined.put(Integer.valueOf(definition.group(1)), definition.group(2));
        }
    }

    private static Annotation annotation(Mark mark, Map<Integer, String> defined, double perTick, int size) {
        long sample = perTick == 1 ? mark.tick() : Math.round(mark.tick() * perTick);
        if (sample == size && mark.tick() * perTick < size) {
            sample = size - 1L;
        }
        return new Annotation(
                sample,
                defined.getOrDefault(mark.code(), SYMBOLS.get(mark.code())),
                mark.subtype(),
                mark.channel(),
                mark.number(),
                mark.text());
    }

    private double resolution(String text) {
        double resolution;
        try {
            resolution = Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            resolution = Double.NaN;
        }
        if (!(resolution > 0) || Double.isInfinite(resolution)) {
            throw new UserError(
                    file + ": the annotations say that they count '" + text.strip()
                            + "' ticks a second, which is no rate",
                    "get the file anew, or leave the record out");
        }
        return resolution;
    }

    private UserError cutOff() {
        return new UserError(
                file + ": the annotations are cut off: the file ends at byte " + bytes.length + " without an end mark",
                "get the file anew");
    }

    private UserError wrong(int start, String what) {
        return new UserError(file + ": byte " + start + ": " + what, "get the file anew, or leave the record out");
    }
}
