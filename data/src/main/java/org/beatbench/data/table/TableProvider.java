package org.beatbench.data.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.beatbench.api.Beats;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetInfo;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.UserError;
import org.beatbench.data.cache.BeatCache;
import org.beatbench.data.cache.CacheKey;

/**
 * Reads beats from one table with named columns; see {@link Columns}. Values are taken as they are. The classes are N S V F Q if
 * all are among these, or else those that occur.
 */
public final class TableProvider implements DatasetProvider<TableSettings> {

    private static final String VERSION = "1";

    @Override
    public DatasetInfo info() {
        return new DatasetInfo(
                "csv",
                "Beats in a table",
                "One CSV file with named columns: class, subject if known, and the samples; what export --format csv writes.",
                VERSION,
                false,
                "as the owner of the table says",
                "");
    }

    @Override
    public TableSettings defaults() {
        return new TableSettings("", 0);
    }

    @Override
    public OptionalDouble rate(TableSettings settings) {
        return settings.rate() > 0 ? OptionalDouble.of(settings.rate()) : OptionalDouble.empty();
    }

    @Override
    public Beats load(TableSettings settings, DatasetContext context) throws IOException {
        Path file = settings.file().isEmpty() ? context.folder().resolve("beats.csv") : Path.of(settings.file());
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    file + " is no file",
                    "name the table with the setting file, or make one: beatbench export DATASET --format csv --out DIR");
        }
        context.cancellation().check();
        context.progress().advanced("read " + file.getFileName(), 0, 1);
        Beats beats = BeatCache.ofUser()
                .load(
                        CacheKey.of("csv", "version " + VERSION, List.of(file)),
                        Objects.requireNonNull(file.toAbsolutePath().getParent()),
                        () -> TableReader.read(file, context.cancellation()));
        context.progress().advanced("read " + file.getFileName(), 1, 1);
        return beats;
    }
}
