package org.beatbench.app.models;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.beatbench.api.UserError;
import org.beatbench.files.Aside;
import org.jspecify.annotations.Nullable;

/** Where answers go: a file, which is there when it is whole or not at all, or standard output, block by block. */
final class AnswerTarget implements AutoCloseable {

    private final @Nullable Aside aside;
    private final Path place;
    private final Writer writer;

    private AnswerTarget(@Nullable Aside aside, Path place, Writer writer) {
        this.aside = aside;
        this.place = place;
        this.writer = writer;
    }

    /**
     * A place to write to.
     *
     * @param out a file, or null for standard output
     * @param beats what is read meanwhile
     * @throws UserError if the file cannot be written, or is read
     */
    static AnswerTarget of(@Nullable Path out, BeatSource beats, PrintWriter terminal) throws IOException {
        if (out == null) {
            return new AnswerTarget(null, Path.of(""), new ToStandardOutput(terminal));
        }
        if (beats.isAt(out)) {
            throw new UserError(out + " holds the beats that are to be answered", "name another file with --out");
        }
        if (Files.isDirectory(out)) {
            throw new UserError(out + " is a folder", "name a file with --out");
        }
        if (Files.exists(out) && !Files.isRegularFile(out)) {
            // To put a file in the place of a device would do harm.
            throw new UserError(out + " is no regular file", "leave out --out to write to standard output");
        }
        try {
            Path place = Files.exists(out) ? out.toRealPath() : out.toAbsolutePath();
            Aside aside = Aside.file(Objects.requireNonNull(place.getParent()));
            return new AnswerTarget(aside, place, new ToFile(out, Files.newBufferedWriter(aside.path())));
        } catch (IOException e) {
            throw unwritable(out, e);
        }
    }

    private static UserError unwritable(Path out, IOException cause) {
        return UserError.unwritable(out, cause, "name a file in a folder that exists and may be written to");
    }

    Writer writer() {
        return writer;
    }

    /** Puts the file in its place. */
    void publish() throws IOException {
        writer.close();
        if (aside != null) {
            aside.publish(place);
        }
    }

    /** Deletes the file if it was not put in its place; another thread may still be writing. */
    void discard() {
        if (aside != null) {
            aside.close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            discard();
        }
    }

    /** A print writer keeps its problems to itself, such as a full disk; and standard output is not ours to close. */
    private static final class ToStandardOutput extends Writer {

        private final PrintWriter out;

        ToStandardOutput(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void write(char[] text, int from, int count) {
            out.write(text, from, count);
        }

        @Override
        public void flush() {
            if (out.checkError()) {
                throw new UserError(
                        "standard output was closed, or its disk is full, before all was written",
                        "let the reader take all there is, or make room");
            }
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    /** Names the file that cannot be written, whatever library writes to it. */
    private static final class ToFile extends Writer {

        private final Path path;
        private final Writer out;

        ToFile(Path path, Writer out) {
            this.path = path;
            this.out = out;
        }

        @Override
        public void write(char[] text, int from, int count) {
            try {
                out.write(text, from, count);
            } catch (IOException e) {
                throw unwritable(path, e);
            }
        }

        @Override
        public void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw unwritable(path, e);
            }
        }

        @Override
        public void close() {
            try {
                out.close();
            } catch (IOException e) {
                throw unwritable(path, e);
            }
        }
    }
}
