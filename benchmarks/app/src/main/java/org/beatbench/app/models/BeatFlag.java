package org.beatbench.app.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What to bear in mind with the answer for a beat of a recording. */
enum BeatFlag {
    /** The signal does not move in it, so that nobody can tell. */
    FLAT("the signal does not move in it, so that nobody can tell"),
    /** Its class has a probability below {@value #SURE}. */
    UNSURE("its class has a probability below 0.8"),
    /** Farther from the training beats that are kept than these are from each other. */
    UNLIKE(
            "it is less like the training beats kept with the model than 95 in 100 of these are like those of other people"),
    /** Noise between the beats. */
    NOISY("the signal around it is noisy, or too much of it is missing to tell"),
    /** The recording's first, which no other comes before: what intervals would say is unknown. */
    FIRST("no beat before it, so that what intervals would say is unknown");

    /** From which probability on an answer is taken for sure. */
    static final float SURE = 0.8F;

    private final String meaning;

    BeatFlag(String meaning) {
        this.meaning = meaning;
    }

    /** What each says, by its word. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (BeatFlag flag : values()) {
            meanings.put(flag.word(), flag.meaning);
        }
        return meanings;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words(List<BeatFlag> flags) {
        return flags.stream().map(BeatFlag::word).collect(Collectors.joining(" "));
    }
}
