package org.beatbench.reports.recording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.comparison.text.TextTable;
import org.beatbench.models.ModelCard;

/**
 * A recording and what a model answered for its beats: all that its page is made of.
 *
 * @param name of the recording
 * @param marks in a sentence, where the marks of its beats came from
 * @param warnings what somebody must look at, a sentence each
 * @param card of the model
 * @param meanings what the letter of each class stands for, in label order; empty where that is not known
 * @param trace the lead that beats were cut from
 * @param beats in their order
 * @param looks at some of them
 * @param flags what each flag of a beat means, in their order
 * @param episodes runs and pauses
 * @param summary figures, each with its definition
 * @param command that makes this page again
 */
public record AnsweredRecording(
        String name,
        String marks,
        List<String> warnings,
        ModelCard card,
        List<String> meanings,
        EcgTrace trace,
        AnsweredBeats beats,
        CloserLooks looks,
        Map<String, String> flags,
        List<Episode> episodes,
        TextTable summary,
        String command) {

    public AnsweredRecording {
        warnings = List.copyOf(warnings);
        meanings = List.copyOf(meanings);
        flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
        episodes = List.copyOf(episodes);
        if (meanings.size() != card.beats().classes().size() || beats.classes() != meanings.size()) {
            throw new IllegalArgumentException(
                    "classes: " + meanings + ", " + card.beats().classes());
        }
    }

    /** Names of the classes, in label order. */
    List<String> classes() {
        return card.beats().classes();
    }

    /** When a beat came, in seconds since the beginning. */
    double time(int beat) {
        return beats.sample(beat) / trace.rate();
    }

    /** Seconds from the beat before; NaN if nobody knows. */
    double interval(int beat) {
        return beats.interval(beat, trace.rate());
    }

    /** The name of a class; {@code ?} of none. */
    String className(int label) {
        return label == AnsweredBeats.NONE ? "?" : classes().get(label);
    }

    /** The class of a beat as it is written at it: with a question mark where there is something to bear in mind. */
    String letter(int beat) {
        int label = beats.label(beat);
        return label == AnsweredBeats.NONE ? "?" : className(label) + (isDoubtful(beat) ? "?" : "");
    }

    /** Whether there is something to bear in mind with its answer. */
    boolean isDoubtful(int beat) {
        return !beats.flags(beat).isEmpty();
    }
}
