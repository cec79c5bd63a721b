package org.beatbench.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;

/** What to bear in mind with the answer for a beat. */
public enum BeatFlag {
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
    public static final float SURE = 0.8F;

    private final String meaning;

    BeatFlag(String meaning) {
        this.meaning = meaning;
    }

    /** What each says, by its word. */
    public static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (BeatFlag flag : values()) {
            meanings.put(flag.word(), flag.meaning);
        }
        return meanings;
    }

    /** That which an answer by itself gives rise to, if there is any. */
    public static Optional<BeatFlag> ofAnswer(int row, Predictions answers, boolean isFlat) {
        return isFlat
                ? Optional.of(FLAT)
                : answers.probability(row, answers.label(row)) < SURE ? Optional.of(UNSURE) : Optional.empty();
    }

    /** Whether the signal does not move in a beat, up to its padding: a row that ends early is not one that moves there. */
    public static boolean isFlat(Beats beats, int row) {
        int end = beats.beat(row).unpaddedLength();
        for (int column = 1; column < end; column++) {
            if (beats.samples().at(row, column) != beats.samples().at(row, 0)) {
                return false;
            }
        }
        return true;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static String words(List<BeatFlag> flags) {
        return flags.stream().map(BeatFlag::word).collect(Collectors.joining(" "));
    }
}
