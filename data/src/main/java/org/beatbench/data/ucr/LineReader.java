package org.beatbench.data.ucr;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.beatbench.api.Cancellation;

/** Reads the lines of a text, of which none may be so long that it would not fit into memory. */
final class LineReader implements AutoCloseable {

    /** The longest series of the archive has below 3,000 values. */
    private static final int LONGEST = 4_000_000;

    private final Path file;
    private final BufferedReader reader;
    private final Cancellation cancellation;
    private long number;

    private LineReader(Path file, BufferedReader reader, Cancellation cancellation) {
        this.file = file;
        this.reader = reader;
        this.cancellation = cancellation;
    }

    static LineReader open(Path file, Cancellation cancellation) throws IOException {
        return new LineReader(file, Files.newBufferedReader(file), cancellation);
    }

    Path file() {
        return file;
    }

    /** The number of the line read last, 1-based. */
    long number() {
        return number;
    }

    /** The next line; none at the end, or where the rest cannot be read, which is then a problem. */
    Optional<String> next(Problems problems) throws IOException {
        cancellation.check();
        number++;
        try {
            return line();
        } catch (CharacterCodingException e) {
            problems.add(file, number, "this line, or one below, is not text in UTF-8");
        } catch (LineTooLong e) {
            problems.add(file, number, "is longer than " + LONGEST + " characters");
        }
        return Optional.empty();
    }

    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = reader.read(); next != '\n'; next = reader.read()) {
            if (next < 0) {
                return line.length() == 0 ? Optional.empty() : Optional.of(line.toString());
            }
            if (line.length() == LONGEST) {
                throw new LineTooLong();
            }
            boolean mark = next == '\uFEFF' && number == 1 && line.length() == 0;
            if (next != '\r' && !mark) {
                line.append((char) next);
            }
        }
        return Optional.of(line.toString());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static final class LineTooLong extends IOException {

        private static final long serialVersionUID = 1;
    }
}
