package org.beatbench.server.protocol;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Beats that a client asks about, and how it wants the answers. */
public final class Asked {

    private final @Nullable String id;
    private final float[] numbers;
    private final int beats;
    private final List<WantedOutput> outputs;

    /** Keeps the array without a copy. */
    Asked(@Nullable String id, float[] numbers, int beats, List<WantedOutput> outputs) {
        this.id = id;
        this.numbers = numbers;
        this.beats = beats;
        this.outputs = List.copyOf(outputs);
    }

    /** What the client calls its request. */
    Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** The rows one after the other; not to be changed. */
    public float[] numbers() {
        return numbers;
    }

    /** How many beats, at least 1. */
    public int beats() {
        return beats;
    }

    List<WantedOutput> outputs() {
        return outputs;
    }
}
