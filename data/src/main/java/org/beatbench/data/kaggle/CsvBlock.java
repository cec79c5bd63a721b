package org.beatbench.data.kaggle;

import ch.randelshofer.fastdoubleparser.JavaFloatParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.beatbench.data.beats.BeatClass;
import org.beatbench.data.beats.BeatCutter;

/** Parses the lines of a file that begin in one stretch of it; other stretches may be parsed at the same time. */
final class CsvBlock {

    /** No line of sense is longer; what is, is not read further. */
    static final int LONGEST_LINE = 1 << 16;

    private static final byte[] ZERO = "0.000000000000000000e+00".getBytes(StandardCharsets.US_ASCII);
    private static final int SHOWN = 30;

    private final long offset;
    private final byte[] bytes;
    private final int end;
    private final CsvProblems problems = new CsvProblems();

    private float[] samples = new float[0];
    private byte[] labels = new byte[0];
    private short[] lengths = new short[0];
    private int rows;

    private CsvBlock(long offset, byte[] bytes, int end) {
        this.offset = offset;
        this.bytes = bytes;
        this.end = end;
    }

    /** Parses the lines that begin at byte {@code start} or later, but before {@code end}. */
    static CsvRows parse(FileChannel channel, long start, long end) throws IOException {
        // One byte more at the front tells whether a line begins right at the start.
        long from = Math.max(0, start - 1);
        ByteBuffer buffer = ByteBuffer.allocate((int) (Math.min(channel.size(), end + LONGEST_LINE) - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // A read may give less than was asked for.
        }
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
        CsvBlock block = new CsvBlock(from, bytes, (int) (end - from));
        block.parseLines(start == 0 ? 0 : block.after('\n', 0));
        return block.content();
    }

    private void parseLines(int first) {
        for (int line = first; line < Math.min(end, bytes.length) && !problems.enough(); ) {
            int next = after('\n', line);
            if (next - line > LONGEST_LINE) {
                problem(line, 1, CsvProblem.Kind.LONG_LINE, "the line is longer than " + LONGEST_LINE + " bytes");
                return;
            }
            int stop = next;
            while (stop > line && (bytes[stop - 1] == '\n' || bytes[stop - 1] == '\r')) {
                stop--;
            }
            if (!isBlank(line, stop)) {
                parseLine(line, stop);
            }
            line = next;
        }
    }

    /** The place behind the next such byte, or the end. */
    private int after(char wanted, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i + 1;
            }
        }
        return bytes.length;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private void parseLine(int line, int stop) {
        makeRoom();
        int columns = KaggleProvider.columns();
        int row = rows * BeatCutter.LENGTH;
        int column = 0;
        int length = 0;
        for (int from = line; from <= stop; column++) {
            int to = from;
            while (to < stop && bytes[to] != ',') {
                to++;
            }
            if (column < BeatCutter.LENGTH) {
                float value = sample(line, column, from, to);
                samples[row + column] = value;
                length = value == 0 ? length : column + 1;
            } else if (column == BeatCutter.LENGTH) {
                labels[rows] = label(line, column, from, to);
            }
            from = to + 1;
        }
        if (column != columns) {
            problem(line, column, CsvProblem.Kind.COLUMNS, column + " columns instead of " + columns);
        }
        lengths[rows] = (short) length;
        rows++;
    }

    private void makeRoom() {
        if (rows == labels.length) {
            int more = Math.max(1_024, 2 * rows);
            samples = Arrays.copyOf(samples, more * BeatCutter.LENGTH);
            labels = Arrays.copyOf(labels, more);
            lengths = Arrays.copyOf(lengths, more);
        }
    }

    private float sample(int line, int column, int from, int to) {
        if (Arrays.equals(bytes, from, to, ZERO, 0, ZERO.length)) {
            return 0;
        }
        float value = number(line, column, from, to);
        if (value < 0 || value > 1) {
            problem(line, column + 1, CsvProblem.Kind.RANGE, shown(from, to) + " is not between 0 and 1");
        }
        return value;
    }

    private byte label(int line, int column, int from, int to) {
        float value = number(line, column, from, to);
        int classes = BeatClass.values().length;
        if (value != Math.rint(value) || value < 0 || value >= classes) {
            problem(
                    line,
                    column + 1,
                    CsvProblem.Kind.LABEL,
                    "the label must be a whole number from 0 to " + (classes - 1) + ": " + shown(from, to));
            return 0;
        }
        return (byte) value;
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
        String remark = offset + line == 0 && column == 0 ? " (a header? there must be none)" : "";
        problem(line, column + 1, CsvProblem.Kind.NOT_A_NUMBER, "not a finite number: " + shown(from, to) + remark);
        return 0;
    }

    /** Whether nothing but a decimal number can stand there; Java's syntax would take 1f, 0x1p3 and NaN as well. */
    private boolean isDecimal(int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            boolean allowed =
                    b >= '0' && b <= '9' || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E' || b == ' ';
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

    private CsvRows content() {
        return new CsvRows(
                Arrays.copyOf(samples, rows * BeatCutter.LENGTH),
                Arrays.copyOf(labels, rows),
                Arrays.copyOf(lengths, rows),
                problems);
    }
}
