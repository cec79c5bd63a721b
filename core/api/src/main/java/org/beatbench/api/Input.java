package org.beatbench.api;

import java.util.Objects;

/**
 * One thing that is known of every beat: a signal around it, or a number.
 *
 * @param name short, unique in its {@link Form}, such as {@code MLII} or {@code rr-before}
 * @param unit of its values, such as {@code mV}; empty for ratios, scaled and other pure numbers
 * @param meaning what it is, a phrase
 * @param causal whether it is known once the beat has ended and a stated delay has passed, so that a monitor could use it;
 *     false where anything of later beats or of the whole recording is used
 */
public record Input(String name, String unit, String meaning, boolean causal) {

    public Input {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(meaning);
        if (name.isBlank()) {
            throw new IllegalArgumentException("an input must have a name");
        }
    }
}
