package org.beatbench.contract.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.DatasetProvider;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;

/** A data set that is checked, with the folder in which it finds its files. */
public final class DatasetSubject {

    private final Supplier<? extends DatasetProvider<?>> providers;
    private final Supplier<? extends Record> settings;
    private final Path folder;
    private final Path scratch;
    private String missing = "";

    /**
     * A data set that is going to be checked.
     *
     * @param providers makes its provider anew
     * @param settings to check with
     * @param folder that holds the data sets
     * @param scratch another folder, in which checks may make files
     */
    public DatasetSubject(
            Supplier<? extends DatasetProvider<?>> providers,
            Supplier<? extends Record> settings,
            Path folder,
            Path scratch) {
        this.providers = providers;
        this.settings = settings;
        this.folder = folder;
        this.scratch = scratch;
    }

    DatasetProvider<?> provider() {
        return providers.get();
    }

    Record settings() {
        return settings.get();
    }

    Path folder() {
        return folder;
    }

    Path emptyFolder() throws IOException {
        return Files.createTempDirectory(scratch, "nothing-");
    }

    Beats load() throws IOException {
        return load(context());
    }

    /**
     * Loads the beats; if its files are not there, the checks that need them say nothing from now on.
     *
     * @param remedy what to do about it
     */
    public void findData(String remedy) throws IOException {
        try {
            load();
        } catch (UserError e) {
            missing = Expect.shortened(e.getMessage()) + "; " + remedy;
        }
    }

    Beats load(DatasetContext context) throws IOException {
        if (!missing.isEmpty() && context.folder().equals(folder)) {
            throw new NotApplicable(missing);
        }
        return load(provider(), settings(), context);
    }

    DatasetContext context() {
        return context(folder);
    }

    static DatasetContext context(Path folder) {
        return new DatasetContext(folder, Progress.NONE, Cancellation.NEVER);
    }

    OptionalDouble rate() {
        return rate(provider(), settings());
    }

    List<String> assumptions() throws IOException {
        return assumptions(provider(), settings(), context());
    }

    private static <S extends Record> Beats load(DatasetProvider<S> provider, Record settings, DatasetContext context)
            throws IOException {
        return provider.load(typed(provider, settings), context);
    }

    private static <S extends Record> OptionalDouble rate(DatasetProvider<S> provider, Record settings) {
        return provider.rate(typed(provider, settings));
    }

    private static <S extends Record> List<String> assumptions(
            DatasetProvider<S> provider, Record settings, DatasetContext context) throws IOException {
        return provider.assumptions(typed(provider, settings), context);
    }

    @SuppressWarnings("unchecked") // a record's class is final, so it is that of the defaults
    static <S extends Record> S typed(DatasetProvider<S> provider, Record settings) {
        return (S) provider.defaults().getClass().cast(settings);
    }
}
