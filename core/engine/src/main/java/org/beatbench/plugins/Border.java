package org.beatbench.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.beatbench.api.CancelledException;
import org.beatbench.api.UserError;
import org.jspecify.annotations.Nullable;

/**
 * The one way into the code of a classifier or data set, which others may have written. Its class loader is the thread's while it
 * runs; what it throws comes back as a {@link PluginFailure} that names it, and null is refused. A {@link UserError}, a
 * cancellation, an {@link IOException} where one is declared and the end of memory pass as they are.
 */
final class Border {

    private final String who;
    private final String origin;
    private final ClassLoader loader;

    private Border(String who, String origin, ClassLoader loader) {
        this.who = who;
        this.origin = origin;
        this.loader = loader;
    }

    /**
     * The border of a provider.
     *
     * @param kind what it provides, such as "classifier"
     * @param origin "built-in", or the plug-in that it comes from
     */
    static Border of(Object provider, String kind, String origin) {
        String name = kind + " " + provider.getClass().getSimpleName();
        return new Border(
                origin.equals(Catalogue.BUILT_IN) ? name : name + " (" + origin + ")",
                origin,
                provider.getClass().getClassLoader());
    }

    /** The same border, named by an id that is known by now. */
    Border named(String kind, String id) {
        String name = kind + " " + id;
        return new Border(origin.equals(Catalogue.BUILT_IN) ? name : name + " (" + origin + ")", origin, loader);
    }

    /** Code on the other side. */
    @FunctionalInterface
    interface Call<T> {

        @Nullable
        T run() throws IOException;
    }

    /** Code on the other side that answers nothing. */
    @FunctionalInterface
    interface Order {

        void run() throws IOException;
    }

    /** Code on the other side that touches no file. */
    @FunctionalInterface
    interface Question<T> {

        @Nullable
        T run();
    }

    /**
     * Calls what touches no file.
     *
     * @param call its name, for messages
     */
    <T> T ask(String call, Question<T> code) {
        try {
            return call(call, code::run);
        } catch (IOException e) {
            // Not declared, yet thrown: compilers of other languages do not mind.
            throw failure(call, e);
        }
    }

    /**
     * Calls what may touch files.
     *
     * @param call its name, for messages
     * @throws PluginFailure if it throws what it may not, or answers null
     */
    @SuppressWarnings("try") // the context loader is set, not used
    <T> T call(String call, Call<T> code) throws IOException {
        T answer;
        try (ContextLoader set = ContextLoader.of(loader)) {
            answer = code.run();
        } catch (UserError | CancelledException | IOException | OutOfMemoryError e) {
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Throwable e) {
            throw failure(call, e);
        }
        if (answer == null) {
            throw failure(call, "it answered null");
        }
        return answer;
    }

    /**
     * Orders what may touch files.
     *
     * @param call its name, for messages
     * @throws PluginFailure if it throws what it may not
     */
    void order(String call, Order code) throws IOException {
        call(call, () -> {
            code.run();
            return this;
        });
    }

    /** The failure of a call that came back with something unusable. */
    PluginFailure failure(String call, String what) {
        return failure(call, new IllegalStateException(what));
    }

    private PluginFailure failure(String call, Throwable thrown) {
        return new PluginFailure(who, origin, call, thrown);
    }

    @Override
    public String toString() {
        return who;
    }
}
