package org.beatbench.calibration;

import java.util.List;
import java.util.Locale;
import org.beatbench.api.DidYouMean;
import org.beatbench.api.Predictions;
import org.beatbench.api.UserError;

/** Ways to correct the probabilities of a model after it was fitted, by beats that it was not fitted on. */
public enum Calibration {
    NONE("As they are", "The probabilities are those of the model.") {
        @Override
        public Temperature fit(Predictions validation, int[] truths) {
            return Temperature.NEUTRAL;
        }
    },

    TEMPERATURE(
            "Temperature scaling",
            "The logarithms of all probabilities are divided by one number, the temperature, which is chosen so that the"
                    + " validation beats have the lowest log loss (Guo et al. 2017). Above 1 it makes a model less sure, below 1"
                    + " surer; no answer changes, only how sure it is. Every classifier can be calibrated in this way; one that"
                    + " would have learned from the validation beats too has to do without them.") {
        @Override
        public Temperature fit(Predictions validation, int[] truths) {
            return Temperature.fit(validation, truths);
        }
    };

    private final String title;
    private final String explanation;

    Calibration(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    /**
     * A way of calibrating by its id.
     *
     * @throws UserError if there is none, with the one that may have been meant
     */
    public static Calibration of(String id) {
        List<Calibration> all = List.of(values());
        return all.stream()
                .filter(calibration -> calibration.id().equals(id))
                .findFirst()
                .orElseThrow(() -> DidYouMean.unknown(
                        "calibration", id, all.stream().map(Calibration::id).toList()));
    }

    /** Short name for experiments. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Changes whenever the same beats may give another correction; part of a trial's key. */
    public String version() {
        return "1";
    }

    /** Name for tables and headings. */
    public String title() {
        return title;
    }

    /** What it does and what it costs; a few sentences. */
    public String explanation() {
        return explanation;
    }

    /** Whether validation beats must be held out for it. */
    public boolean needsValidation() {
        return this != NONE;
    }

    /**
     * Finds the correction.
     *
     * @param validation what the model said of beats that it was not fitted on; at least one if {@link #needsValidation}
     * @param truths the true class of each
     */
    public abstract Temperature fit(Predictions validation, int[] truths);
}
