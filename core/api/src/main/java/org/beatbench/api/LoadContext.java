package org.beatbench.api;

import java.util.List;

/**
 * What a saved model is to answer.
 *
 * @param length samples per beat
 * @param classes the class names, in label order
 * @param threads how many threads its predictions may use, at least 1
 */
public record LoadContext(int length, List<String> classes, int threads) {

    public LoadContext {
        classes = List.copyOf(classes);
        if (length < 1 || threads < 1) {
            throw new IllegalArgumentException("length and threads must be at least 1: " + length + ", " + threads);
        }
    }
}
