package org.beatbench.server.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A tensor that every model answers with. */
enum Output {
    /** Of each class, by beat; all 0 where the signal does not move, so that nobody can tell. */
    PROBABILITIES("FP32"),
    /** The name of the most probable class; empty where the signal does not move. */
    LABEL("BYTES"),
    /** What to bear in mind with the answer; empty if there is nothing. */
    FLAGS("BYTES");

    private final String datatype;

    Output(String datatype) {
        this.datatype = datatype;
    }

    String datatype() {
        return datatype;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a name; refuses others. */
    static Output of(String name) {
        return Arrays.stream(values())
                .filter(output -> output.word().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("there is no output " + Shown.of(name) + "; there are "
                        + Arrays.stream(values()).map(Output::word).collect(Collectors.joining(", "))));
    }
}
