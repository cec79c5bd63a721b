package org.beatbench.experiment;

import java.util.List;
import java.util.Map;
import org.beatbench.calibration.Calibration;

/**
 * One competitor.
 *
 * @param label its name in tables, unique in the experiment
 * @param classifier what learns
 * @param resampling id of what is done to the training beats first
 * @param calibration id of what is done to the model's probabilities afterwards
 * @param joinsValidation whether the validation beats are learned from although the classifier could choose by them
 * @param seeds those of the experiment's that it runs with: one is enough for what does not depend on it. None: all
 */
public record Entry(
        String label,
        NamedSettings classifier,
        String resampling,
        String calibration,
        boolean joinsValidation,
        List<Long> seeds) {

    public Entry {
        seeds = List.copyOf(seeds);
    }

    /** The entry that stands for every classifier that no other entry names, with its defaults. */
    public static final Entry ALL_OTHERS = new Entry("", new NamedSettings("all", Map.of()), "none");

    /** A competitor whose probabilities are left as they are. */
    public Entry(String label, NamedSettings classifier, String resampling) {
        this(label, classifier, resampling, Calibration.NONE.id());
    }

    /** A competitor whose classifier says itself whether it needs the validation beats. */
    public Entry(String label, NamedSettings classifier, String resampling, String calibration) {
        this(label, classifier, resampling, calibration, false, List.of());
    }
}
