package org.beatbench.inquiry;

import java.util.Map;
import org.beatbench.answers.Answers;

/** What came of an {@link Inquiry} into one fitted model; a value. */
public interface Findings {

    /** What there is of answers in them, by the name of the file they are stored in; these are counted and checked as all answers are. */
    default Map<String, Answers> answers() {
        return Map.of();
    }
}
