package org.beatbench.data.columns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table line by line: columns separated by tabs, semicolons, commas or spaces, whichever of them its first line has first in
 * this order, and fields in double or single quotes. Empty lines and lines that begin with {@code #} or {@code %} are passed over.
 */
public final class ColumnReader implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 20;
    private static final char SPACES = ' ';

    private final Path file;
    private final BufferedReader in;
    private final StringBuilder text = new StringBuilder();
    private String line = "";
    private int number;
    private char separator;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int size;

    private ColumnReader(Path file, BufferedReader in) {
        this.file = file;
        this.in = in;
    }

    /** Begins to read; the first line is that of {@link #next}. */
    public static ColumnReader open(Path file) throws IOException {
        return open(file, Files.newInputStream(file));
    }

    /** Begins to read what a file holds. */
    public static ColumnReader open(Path file, InputStream in) {
        // Not strictly: tables of Windows have µV in another encoding, and a name that cannot be read does no harm.
        return new ColumnReader(file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16));
    }

    /** Goes on to the next line; tells whether there is one. */
    public boolean next() throws IOException {
        String read;
        do {
            read = readLine();
            if (read == null) {
                return false;
            }
            number++;
        } while (isPassedOver(read));
        line = number == 1 && read.startsWith("\ufeff") ? read.substring(1) : read;
        if (separator == 0) {
            separator = separator(line);
        }
        split();
        return true;
    }

    /** The next line; no more of one that is too long than shows that it is. */
    private @Nullable String readLine() throws IOException {
        text.setLength(0);
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (c == 0 || text.length() == LONGEST_LINE) {
                throw new UserError(
                        file + ":" + (number + 1) + ": this is no line of a table",
                        "look whether it is the file that it should be");
            }
            text.append((char) c);
            c = in.read();
        }
        int end = text.length();
        return text.substring(0, end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    private static boolean isPassedOver(String line) {
        String bare = line.strip();
        return bare.isEmpty() || bare.equals("\ufeff") || bare.charAt(0) == '#' || bare.charAt(0) == '%';
    }

    private static char separator(String line) {
        for (char candidate : new char[] {'\t', ';', ','}) {
            if (line.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return SPACES;
    }

    private void split() {
        size = 0;
        int at = 0;
        int length = line.length();
        if (separator == SPACES) {
            while (at < length) {
                while (at < length && Character.isWhitespace(line.charAt(at))) {
                    at++;
                }
                int from = at;
                while (at < length && !Character.isWhitespace(line.charAt(at))) {
                    at++;
                }
                if (at > from) {
                    add(from, at);
                }
            }
            return;
        }
        int from = 0;
        char quote = 0;
        for (; at < length; at++) {
            char c = line.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == separator) {
                add(from, at);
                from = at + 1;
            } else if ((c == '"' || c == '\'') && line.substring(from, at).isBlank() && line.indexOf(c, at + 1) > 0) {
                quote = c;
            }
        }
        add(from, length);
    }

    private void add(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && line.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && line.charAt(end - 1) <= ' ') {
            end--;
        }
        if (end - start >= 2
                && (line.charAt(start) == '"' || line.charAt(start) == '\'')
                && line.charAt(end - 1) == line.charAt(start)) {
            start++;
            end--;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    /** Columns of this line. */
    public int size() {
        return size;
    }

    /** A field of this line, without quotes and the spaces around; empty behind the last. */
    public String field(int column) {
        return column < size ? line.substring(starts[column], ends[column]) : "";
    }

    /** A field that is a number, with a point for the decimal comma that tables may have which are not separated by commas. */
    public String number(int column) {
        String field = field(column);
        return separator == ',' ? field : field.replace(',', '.');
    }

    /** All fields of this line. */
    public List<String> fields() {
        return new ArrayList<>(IntStream.range(0, size).mapToObj(this::field).toList());
    }

    /** This line as it is. */
    public String line() {
        return line;
    }

    /** File and number of this line, for messages. */
    public String place() {
        return file + ":" + number;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
