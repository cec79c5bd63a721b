package org.beatbench.contract.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a check.
 *
 * @param id of the check, which never changes its meaning
 * @param severity how bad it is that it failed, or would be
 * @param verdict what came of it
 * @param message what was found, one line; empty if it passed
 * @param advice what to do about a failure
 * @param thrown what was thrown, for a stack trace; null if nothing was
 */
public record CheckResult(
        String id,
        Severity severity,
        Verdict verdict,
        String message,
        String advice,
        @Nullable Throwable thrown) {

    /** What was thrown, for a stack trace. */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(thrown);
    }

    /** Whether the plug-in has to be mended. */
    public boolean isFatal() {
        return verdict == Verdict.FAILED && severity == Severity.ERROR;
    }
}
