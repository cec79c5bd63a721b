package org.beatbench.app.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.data.kaggle.RowForm;
import org.beatbench.data.kaggle.RowReader;

/** Where rows come from: a file, or standard input, which can be read only once. */
final class RowSource {

    private static final String STANDARD_INPUT = "-";

    private final String name;
    private final Optional<Path> file;
    private final RowForm form;
    private final String hint;

    private RowSource(String name, Optional<Path> file, RowForm form, String hint) {
        this.name = name;
        this.file = file;
        this.form = form;
        this.hint = hint;
    }

    /**
     * The rows of a file.
     *
     * @param name of the file, or {@code -} for standard input
     * @param form what each row must be
     * @param hint how rows are to be made, for messages
     * @throws UserError if there is no such file
     */
    static RowSource of(String name, RowForm form, String hint) {
        if (name.equals(STANDARD_INPUT)) {
            return new RowSource("standard input", Optional.empty(), form, hint);
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw new UserError(name + " is a folder", "name a CSV file with one beat a row");
        }
        if (!Files.exists(path)) {
            throw new UserError(
                    "there is no file " + name, "name a CSV file with one beat a row, or - for standard input");
        }
        return new RowSource(name, Optional.of(path), form, hint);
    }

    /** Whether a file is that of the rows, which then must not be written to. */
    boolean isAt(Path other) throws IOException {
        return file.isPresent() && Files.exists(other) && Files.isSameFile(file.get(), other);
    }

    /**
     * Finds what is wrong with any row before the first is answered, if the rows can be read twice.
     *
     * @return how many rows there are, or 0 if they can be read only once
     */
    long check(Progress progress, Cancellation cancellation) throws IOException {
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return 0;
        }
        try (RowReader reader = open()) {
            return reader.check(progress, cancellation);
        }
    }

    RowReader open() throws IOException {
        InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : System.in;
        return RowReader.open(in, name, form, hint);
    }
}
