package org.beatbench.app.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;

/** What to bear in mind with the answer for a beat of a recording. */
enum BeatFlag {
    /** The signal does not move in it, so that nobody can tell. */
    FLAT("the signal does not move in it, so that nobody can tell"),
    /** Its class has a probability below {@value #SURE}. */
    UNSURE("its class has a probability below 0.8"),
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

    /** Those of a beat, in their order. */
    static List<BeatFlag> of(Beats beats, int row, Predictions answers, boolean isFlat) {
        List<BeatFlag> flags = new ArrayList<>();
        if (isFlat) {
            flags.add(FLAT);
        } else if (answers.probability(row, answers.label(row)) < SURE) {
            flags.add(UNSURE);
        }
        if (Double.isNaN(beats.beat(row).rrBefore())) {
            flags.add(FIRST);
        }
        return List.copyOf(flags);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String words(List<BeatFlag> flags) {
        return flags.stream().map(BeatFlag::word).collect(Collectors.joining(" "));
    }

    /** The label of the class that comes next after that of the answer; -1 if all others are out of the question. */
    static int second(Predictions answers, int row) {
        int second = -1;
        for (int label = 0; label < answers.classes(); label++) {
            if (label != answers.label(row)
                    && answers.probability(row, label) > 0
                    && (second < 0 || answers.probability(row, label) > answers.probability(row, second))) {
                second = label;
            }
        }
        return second;
    }
}
