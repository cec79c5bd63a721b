package org.beatbench.api;

import java.util.List;

/**
 * What a saved model is to answer.
 *
 * @param form what its beats are made of
 * @param classes the class names, in label order
 * @param threads how many threads its predictions may use, at least 1
 */
public record LoadContext(Form form, List<String> classes, int threads) {

    public LoadContext {
        classes = List.copyOf(classes);
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
    }

    /** Numbers per beat. */
    public int length() {
        return form.width();
    }
}
