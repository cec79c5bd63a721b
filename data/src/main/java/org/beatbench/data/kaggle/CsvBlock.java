package org.beatbench.data.kaggle;

import ch.randelshofer.fastdoubleparser.JavaFloatParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Parses the lines of a file that begin in one stretch of it; other stretches may be parsed at the same time. */
final class CsvBlock {

    private static final int SHOWN = 30;

    private final RowForm form;
    private final long offset;
    private final byte[] bytes;
    private final String firstRemark;
    private final CsvProblems problems = new CsvProblems();

    private float[] samples = new float[0];
    private short[] labels = new short[0];
    private int[] lengths = new int[0];
    private int size;

    private CsvBlock(RowForm form, long offset, byte[] bytes, String firstRemark) {
        this.form = form;
        this.offset = offset;
        this.bytes = bytes;
        this.firstRemark = firstRemark;
    }

    /** Parses whole lines; offsets of problems are counted from the first of them. */
    static CsvRows parse(RowForm form, byte[] lines) {
        CsvBlock block = new CsvBlock(form, 0, lines, "");
        block.parseLines(0, lines.length);
        return block.rows();
    }

    /** Parses the lines that begin at byte {@code start} or later, but before {@code end}; there must be no header. */
    static CsvRows parse(RowForm form, FileChannel channel, long start, long end) throws IOException {
        // One byte more at the front tells whether a line begins right at the start.
        long from = Math.max(0, start - 1);
        ByteBuffer buffer = ByteBuffer.allocate((int) (Math.min(channel.size(), end + form.longestLine()) - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // A read may give less than was asked for.
        }
        CsvBlock block = new CsvBlock(form, from, buffer.array(), " (a header? there must be none)");
        block.parseLines(start == 0 ? 0 : block.afterNewline(), (int) (end - from));
        return block.rows();
    }

    private int afterNewline() {
        int at = 0;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private void parseLines(int first, int end) {
        int line = first;
        while (line < end && !problems.enough()) {
            line = isBlank(line) ? endOfField(line, bytes.length) + 1 : parseLine(line) + 1;
        }
    }

    /** Whether nothing but white space stands in a line. */
    private boolean isBlank(int line) {
        int at = line;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at == bytes.length || bytes[at] == '\n';
    }

    /** Parses a line; gives the place of its last byte. */
    private int parseLine(int line) {
        makeRoom();
        int limit = Math.min(bytes.length, line + form.longestLine());
        int column = 0;
        int from = line;
        int to;
        do {
            to = parseField(line, column++, from, limit);
            if (isTooLong(to, limit)) {
                problem(
                        line,
                        column,
                        CsvProblem.Kind.LONG_LINE,
                        "the line is longer than " + form.longestLine() + " bytes");
                return bytes.length;
            }
            from = to + 1;
        } while (to < bytes.length && bytes[to] == ',');
        if (column != form.columns()) {
            problem(line, column, CsvProblem.Kind.COLUMNS, form.wrongColumns(column));
        }
        size++;
        return to < bytes.length && bytes[to] == '\r' ? to + 1 : to;
    }

    private boolean isTooLong(int to, int limit) {
        return to >= limit && limit < bytes.length;
    }

    /** Parses one value; gives the place behind it. */
    private int parseField(int line, int column, int from, int limit) {
        float value = PublishedNumber.parse(bytes, from);
        int to = from + PublishedNumber.WIDTH;
        if (Float.isNaN(value) || !isEndOfField(to)) {
            to = endOfField(from, limit);
            if (isTooLong(to, limit)) {
                return to;
            }
            value = number(line, column, from, to);
        }
        if (column < form.length()) {
            samples[size * form.length() + column] = value;
            checkSample(value, line, column, from, to);
            if (value != 0) {
                lengths[size] = column + 1;
            }
        } else if (column == form.length() && form.labelled()) {
            labels[size] = label(value, line, column, from, to);
        }
        return to;
    }

    private int endOfField(int from, int limit) {
        int to = from;
        while (to < limit && !isEndOfField(to)) {
            to++;
        }
        return to;
    }

    private boolean isEndOfField(int at) {
        return at >= bytes.length || bytes[at] == ',' || bytes[at] == '\n' || isEndOfLine(at);
    }

    /** Whether a Windows line end begins here; a carriage return by itself is none. */
    private boolean isEndOfLine(int at) {
        return bytes[at] == '\r' && (at + 1 == bytes.length || bytes[at + 1] == '\n');
    }

    private void makeRoom() {
        if (size == labels.length) {
            int more = Math.max(128, 2 * size);
            samples = Arrays.copyOf(samples, Math.multiplyExact(more, form.length()));
            labels = Arrays.copyOf(labels, more);
            lengths = Arrays.copyOf(lengths, more);
        }
    }

    private void checkSample(float value, int line, int column, int from, int to) {
        if (form.scaled() && (value < 0 || value > 1)) {
            problem(line, column + 1, CsvProblem.Kind.RANGE, shown(from, to) + " is not between 0 and 1");
        }
    }

    private short label(float value, int line, int column, int from, int to) {
        if (value != Math.rint(value) || value < form.firstLabel() || value > form.lastLabel()) {
            problem(
                    line,
                    column + 1,
                    CsvProblem.Kind.LABEL,
                    "the label must be a whole number from " + form.firstLabel() + " to " + form.lastLabel() + ": "
                            + shown(from, to));
            return 0;
        }
        return (short) (value - form.firstLabel());
    }

    private float number(int line, int column, int from, int to) {
        try {
            if (isDecimal(from, to)) {
                float value = JavaFloatParser.parseFloat(bytes, from, to - from);
                if (Float.isFinite(value)) {
                    return value;
                }
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        String remark = offset + line == 0 && column == 0 ? firstRemark : "";
        problem(line, column + 1, CsvProblem.Kind.NOT_A_NUMBER, "not a finite number: " + shown(from, to) + remark);
        return 0;
    }

    /** Whether nothing but a decimal number can stand there; Java's syntax would take 1f, 0x1p3 and NaN as well. */
    private boolean isDecimal(int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            boolean allowed =
                    (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E' || b == ' ';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    private String shown(int from, int to) {
        String text = new String(bytes, from, Math.min(to - from, SHOWN), StandardCharsets.ISO_8859_1)
                .replaceAll("[^ -~]", "?")
                .strip();
        return text.isEmpty() ? "nothing" : text + (to - from > SHOWN ? "…" : "");
    }

    private void problem(int line, int column, CsvProblem.Kind kind, String text) {
        problems.add(new CsvProblem(offset + line, column, kind, text));
    }

    private CsvRows rows() {
        return new CsvRows(
                Arrays.copyOf(samples, size * form.length()),
                Arrays.copyOf(labels, size),
                Arrays.copyOf(lengths, size),
                problems);
    }
}
