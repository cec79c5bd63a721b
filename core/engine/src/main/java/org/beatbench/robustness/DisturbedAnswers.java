package org.beatbench.robustness;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.beatbench.answers.Answers;
import org.beatbench.inquiry.Findings;

/**
 * What a model answers of some test beats as they would have come from worse recordings.
 *
 * @param byStep the answers by the id of the disturbance, in the order of the {@link PerturbationLadder}
 */
public record DisturbedAnswers(Map<String, Answers> byStep) implements Findings {

    private static final String FOLDER = "robustness/";

    public DisturbedAnswers {
        byStep = Collections.unmodifiableMap(new LinkedHashMap<>(byStep));
    }

    @Override
    public Map<String, Answers> answers() {
        Map<String, Answers> answers = new LinkedHashMap<>();
        byStep.forEach((step, answered) -> answers.put(file(step), answered));
        return answers;
    }

    static boolean isFile(String name) {
        return name.startsWith(FOLDER);
    }

    /** The file with the answers under a disturbance. */
    static String file(String step) {
        return FOLDER + step + ".csv.gz";
    }
}
