package org.beatbench.protocol;

import org.beatbench.api.Selection;
import org.beatbench.api.UserError;

/**
 * One division of a data set.
 *
 * @param name what tells it from the other splits of its protocol, such as "fold-2"
 * @param training rows to learn from
 * @param validation rows to choose by; may be empty where there is too little to cut them from
 * @param test rows to answer, once, at the end
 */
public record Split(String name, Selection training, Selection validation, Selection test) {

    /** The name of a split that is the only one of its protocol. */
    static final String ONLY = "whole";

    public Split {
        if (training.isEmpty() || test.isEmpty()) {
            throw new IllegalArgumentException("training and test rows must not be empty: " + training + ", " + test);
        }
    }

    /** A split, or word to the user that the data set is too small for one. */
    static Split of(Protocol protocol, String name, Selection training, Selection validation, Selection test) {
        if (training.isEmpty() || test.isEmpty()) {
            throw new UserError(
                    "protocol " + protocol.id() + " leaves " + training + " for training and " + test + " for test",
                    "The data set is too small for it: use one with more beats.");
        }
        return new Split(name, training, validation, test);
    }

    /** The training rows, then the validation rows: for a classifier that has no use for validation, and for export. */
    public Selection trainingAndValidation() {
        return training.and(validation);
    }
}
