package org.beatbench.app.options;

import org.beatbench.api.UserError;
import org.beatbench.models.TrainedOn;
import org.jspecify.annotations.Nullable;

/** How many threads a user asks for. */
public final class ThreadCount {

    private ThreadCount() {}

    /**
     * A number that was given, or another if none was.
     *
     * @throws UserError if so many threads make no sense
     */
    public static int of(@Nullable Integer given, int otherwise) {
        if (given == null) {
            return otherwise;
        }
        if (given < 1 || given > TrainedOn.MOST_THREADS) {
            throw new UserError(
                    "--threads must be 1 to " + TrainedOn.MOST_THREADS + ": " + given, "leave it out if in doubt");
        }
        return given;
    }
}
