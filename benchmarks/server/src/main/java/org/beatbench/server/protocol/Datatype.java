package org.beatbench.server.protocol;

import java.util.Arrays;

/** What the numbers of a tensor are, as far as beats can be given in it. */
enum Datatype {
    FP32(Float.BYTES),
    FP64(Double.BYTES);

    private final int size;

    Datatype(int size) {
        this.size = size;
    }

    /** Bytes of a number. */
    int size() {
        return size;
    }

    /** The one of a name; refuses those that beats cannot be given in. */
    static Datatype of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("beats are given as FP32 or FP64, and not as " + Shown.of(name)));
    }
}
