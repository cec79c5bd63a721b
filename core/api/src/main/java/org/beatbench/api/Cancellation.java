package org.beatbench.api;

/** Tells a long computation to stop. Once requested, it stays requested. */
@FunctionalInterface
public interface Cancellation {

    /** Is never requested. */
    Cancellation NEVER = () -> false;

    boolean requested();

    /**
     * Goes on, or does not.
     *
     * @throws CancelledException if cancellation was requested
     */
    default void check() {
        if (requested()) {
            throw new CancelledException();
        }
    }
}
