package org.beatbench.app.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.data.kaggle.RowForm;
import org.beatbench.data.kaggle.RowReader;

/** Where rows come from: a file, or standard input, which can be read only once. */
final class RowSource implements BeatSource {

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

    @Override
    public boolean isAt(Path other) throws IOException {
        return file.isPresent() && Files.exists(other) && Files.isSameFile(file.get(), other);
    }

    @Override
    public long check(Progress progress, Cancellation cancellation) throws IOException {
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return 0;
        }
        try (RowReader reader = reader()) {
            return reader.check(progress, cancellation);
        }
    }

    @Override
    public Blocks open() throws IOException {
        RowReader reader = reader();
        return new Blocks() {
            @Override
            public Optional<Beats> next() throws IOException {
                return reader.next();
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    @Override
    public OptionalDouble positionRate() {
        return OptionalDouble.empty();
    }

    private RowReader reader() throws IOException {
        InputStream in = file.isPresent() ? Files.newInputStream(file.get()) : System.in;
        return RowReader.open(in, name, form, hint);
    }
}
