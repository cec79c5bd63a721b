package org.beatbench.api;

import java.nio.file.Path;

/**
 * What a fit may use besides its training beats.
 *
 * @param validation labelled beats to choose by (early stopping, for example); empty if {@link
 *     ClassifierInfo#usesValidation()} is false
 * @param seed the only source of randomness
 * @param threads how many threads the fit, and later the model's predictions, may use, at least 1
 * @param scratch a folder for temporary files; it is deleted afterwards
 * @param progress whom to tell how far the fit is
 * @param cancellation whom to ask, several times a second, whether to go on
 */
public record FitContext(
        Beats validation, long seed, int threads, Path scratch, Progress progress, Cancellation cancellation) {

    public FitContext {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
    }
}
