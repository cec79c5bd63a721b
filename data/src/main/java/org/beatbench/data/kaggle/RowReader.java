package org.beatbench.data.kaggle;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.Rows;
import org.beatbench.api.UserError;

/**
 * Reads rows of samples from a stream, some at a time, so that there may be more of them than fit into memory: one beat a
 * line, separated by commas, with or without a line of column names above, plain or gzipped. Blank lines are passed over. The
 * unpadded length of a beat is that of the row without the zeros at its end. Not for use by two threads at once.
 */
public final class RowReader implements AutoCloseable {

    /** Lines read at a time: a fixed number, so that whoever works block by block always has the same blocks. */
    private static final int TOGETHER = 1_024;

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final String name;
    private final RowForm form;
    private final String hint;

    private byte[] buffer = new byte[1 << 16];
    private int size;
    private boolean ended;
    private long linesBefore;
    private long rows;

    private RowReader(InputStream in, String name, RowForm form, String hint) {
        this.in = in;
        this.name = name;
        this.form = form;
        this.hint = hint;
    }

    /**
     * Begins to read.
     *
     * @param in closed by this reader, also if there is none because the first row is refused
     * @param name of the file, for messages
     * @param form what each row must be
     * @param hint how rows are to be made, for messages
     * @throws UserError if the first row has another number of columns
     */
    public static RowReader open(InputStream in, String name, RowForm form, String hint) throws IOException {
        try {
            RowReader reader = new RowReader(unzipped(in, name), name, form, hint);
            reader.skipMark();
            reader.skipNames();
            return reader;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static InputStream unzipped(InputStream in, String name) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        try {
            return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 1 << 16) : buffered;
        } catch (EOFException | ZipException e) {
            throw brokenGzip(name);
        }
    }

    private static UserError brokenGzip(String name) {
        return new UserError(name + " is a gzip file that is damaged or not whole", "get it again, or pack it anew");
    }

    /**
     * Reads on.
     *
     * @return the next rows as beats, labelled if the form is; empty at the end
     * @throws UserError if a line of them is wrong, or there is no row at all
     */
    public Optional<Beats> next() throws IOException {
        Optional<CsvRows> block = block();
        block.ifPresent(read -> throwIfAny(read.problems()));
        return block.map(this::beats);
    }

    /**
     * Reads to the end and keeps nothing.
     *
     * @param progress hears how many rows there are so far
     * @param cancellation is asked whether to go on
     * @return how many rows there are
     * @throws UserError naming what is wrong with all lines, or that there is no row at all
     */
    public long check(Progress progress, Cancellation cancellation) throws IOException {
        CsvProblems problems = new CsvProblems();
        Optional<CsvRows> block = block();
        while (block.isPresent()) {
            cancellation.check();
            progress.advanced("row", rows, 0);
            problems.addAll(block.get().problems());
            block = problems.enough() ? Optional.empty() : block();
        }
        throwIfAny(problems);
        return rows;
    }

    /** The next lines, parsed, their problems with the numbers of the lines; empty at the end. */
    private Optional<CsvRows> block() throws IOException {
        int end = endOfLines(TOGETHER);
        if (end == 0) {
            if (rows == 0) {
                throw new UserError(name + (linesBefore == 0 ? " is empty" : " holds no rows"), hint);
            }
            return Optional.empty();
        }
        byte[] lines = take(end);
        CsvRows parsed = CsvBlock.parse(form, lines);
        LongUnaryOperator numberAt = numbers(lines, linesBefore + 1);
        linesBefore += newlines(lines, lines.length);
        rows += parsed.size();
        return Optional.of(parsed.with(parsed.problems().numbered(numberAt)));
    }

    private static LongUnaryOperator numbers(byte[] lines, long first) {
        return offset -> first + newlines(lines, (int) offset);
    }

    private static int newlines(byte[] bytes, int end) {
        int newlines = 0;
        for (int i = 0; i < end; i++) {
            newlines += bytes[i] == '\n' ? 1 : 0;
        }
        return newlines;
    }

    private void throwIfAny(CsvProblems problems) {
        if (!problems.isEmpty()) {
            List<String> told = new ArrayList<>(problems.describe(name));
            throw told.size() == 1 ? new UserError(told.get(0), hint) : UserError.of("wrong rows", told, hint);
        }
    }

    private Beats beats(CsvRows read) {
        float[] samples = read.samples();
        List<Beat> beats = new ArrayList<>();
        for (int row = 0; row < read.size(); row++) {
            beats.add(Beat.anonymous(
                    form.labelled() ? read.label(row) : Beat.UNLABELLED,
                    form.beat().single() ? read.length(row) : form.beat().samples()));
        }
        return Beats.of(form.classes(), form.beat(), Rows.of(samples, form.length()), beats);
    }

    private void skipMark() throws IOException {
        while (size < BYTE_ORDER_MARK.length && !ended) {
            fill();
        }
        if (size >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            take(BYTE_ORDER_MARK.length);
        }
    }

    /** Passes over blank lines and one with the names of columns; refuses rows of another width before anything is done. */
    private void skipNames() throws IOException {
        boolean named = false;
        while (true) {
            int end = endOfLines(1);
            String line = new String(buffer, 0, end, StandardCharsets.UTF_8).strip();
            FirstLine first = FirstLine.of(line);
            boolean names = !named && first.names();
            if (end == 0 || end > form.longestLine() || (!line.isEmpty() && !names)) {
                if (!line.isEmpty() && end <= form.longestLine()) {
                    requireRow(first, named);
                }
                return;
            }
            named |= names;
            linesBefore++;
            take(end);
        }
    }

    private void requireRow(FirstLine row, boolean named) {
        String place = name + ":" + (linesBefore + 1) + ": ";
        if (form.scaled() && !named && row.counts()) {
            throw new UserError(
                    place + "this line counts the columns",
                    "leave it out, or give the columns names that begin with letters");
        }
        int found = row.fields().size();
        if (found != form.columns()) {
            throw new UserError(place + form.wrongColumns(found), labelHint(found) + hint);
        }
    }

    private String labelHint(int found) {
        if (!form.labelled() && found == form.length() + 1) {
            return "if the last column is the label, add --labelled; ";
        }
        return form.labelled() && found == form.length() ? "without labels, leave out --labelled; " : "";
    }

    /**
     * Fills the buffer with so many lines, or all that are left.
     *
     * @return how many bytes they are; of a line that is too long only so many that this is found out
     */
    private int endOfLines(int wanted) throws IOException {
        int newlines = 0;
        int line = 0;
        int at = 0;
        while (true) {
            for (; at < size; at++) {
                if (buffer[at] == '\n') {
                    line = at + 1;
                    if (++newlines == wanted) {
                        return line;
                    }
                }
            }
            if (ended || size - line > form.longestLine()) {
                return size;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * size);
        }
        try {
            int read = in.read(buffer, size, buffer.length - size);
            ended = read < 0;
            size += Math.max(0, read);
        } catch (EOFException | ZipException e) {
            throw brokenGzip(name);
        }
    }

    private byte[] take(int count) {
        byte[] taken = Arrays.copyOf(buffer, count);
        System.arraycopy(buffer, count, buffer, 0, size - count);
        size -= count;
        return taken;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
