package org.beatbench.comparison.change;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that takes long and is not always asked for: it is computed when it first is, and then kept. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
