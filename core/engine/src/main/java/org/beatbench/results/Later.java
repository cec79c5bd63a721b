package org.beatbench.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that is fetched when somebody asks for it, and then remembered. */
final class Later<T> {

    /** Where it is fetched. */
    @FunctionalInterface
    interface Source<T> {
        T fetch() throws IOException;
    }

    private final Source<? extends T> source;
    private @Nullable T value;

    private Later(Source<? extends T> source) {
        this.source = source;
    }

    static <T> Later<T> of(Source<? extends T> source) {
        return new Later<>(source);
    }

    static <T> Later<T> of(T value) {
        Later<T> known = new Later<>(() -> value);
        known.value = value;
        return known;
    }

    /**
     * The value. What fails is tried again by whoever asks next.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    synchronized T get() {
        T known = value;
        if (known == null) {
            try {
                known = source.fetch();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            value = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Later<?> that && get().equals(that.get());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(get());
    }

    @Override
    public String toString() {
        return String.valueOf(get());
    }
}
