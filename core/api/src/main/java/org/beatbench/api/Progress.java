package org.beatbench.api;

/** Hears how far a long computation is. Called often; must return at once. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress NONE = (stage, done, total) -> {};

    /**
     * Part of a stage is done.
     *
     * @param stage what is being done, such as "epoch"
     * @param done steps done, 0 to {@code total}
     * @param total steps in all, or 0 if unknown
     */
    void advanced(String stage, long done, long total);

    /**
     * A pass over the training beats is done. Told besides {@link #advanced}, once for each pass and in their order; none
     * is passed over, as they are kept with the trial.
     */
    default void epoch(Epoch epoch) {}
}
