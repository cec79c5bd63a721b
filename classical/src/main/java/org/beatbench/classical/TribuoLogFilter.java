package org.beatbench.classical;

import java.util.function.Supplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tribuo.common.sgd.AbstractSGDTrainer;

/**
 * Keeps Tribuo's gradient trainers from logging what they do at level "info", for as long as they work for us: the filter
 * drops only what this thread logs meanwhile, and asks the filter that was there before about all else.
 */
final class TribuoLogFilter implements Filter {

    /** Held here, as java.util.logging forgets loggers (and their filters) that nobody holds. */
    private static final Logger LOGGER = Logger.getLogger(AbstractSGDTrainer.class.getName());

    private static final ThreadLocal<Boolean> QUIET = ThreadLocal.withInitial(() -> false);

    static {
        LOGGER.setFilter(new TribuoLogFilter(LOGGER.getFilter()));
    }

    private final @Nullable Filter before;

    private TribuoLogFilter(@Nullable Filter before) {
        this.before = before;
    }

    static <T> T quietly(Supplier<T> work) {
        QUIET.set(true);
        try {
            return work.get();
        } finally {
            QUIET.remove();
        }
    }

    @Override
    public boolean isLoggable(LogRecord entry) {
        boolean dropped = QUIET.get() && entry.getLevel().intValue() < Level.WARNING.intValue();
        return !dropped && (before == null || before.isLoggable(entry));
    }
}
