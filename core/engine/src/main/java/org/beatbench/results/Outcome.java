package org.beatbench.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Epoch;
import org.beatbench.calibration.Temperature;
import org.beatbench.saliency.Saliency;

/** How a trial ended. */
public sealed interface Outcome {

    /** The passes over the training beats that the classifier told of before the end; of most classifiers none. */
    List<Epoch> epochs();

    /**
     * The trial answered all its test beats.
     *
     * @param validation answers for the validation beats; of size 0 where these were joined to the training beats
     * @param test answers for the test beats, the only look at them
     * @param costs what it took
     * @param temperature by which the probabilities in all of them were calibrated, see {@link Temperature}; 1 if they are as the model gave them
     * @param disturbed answers for some of the test beats as they would have come from worse recordings, by the id of the disturbance;
     *     none if that was not asked for
     * @param saliency what the model looks at; {@link Saliency#NONE} if that was not asked for
     */
    record Completed(
            Answers validation,
            Answers test,
            Costs costs,
            double temperature,
            List<Epoch> epochs,
            Map<String, Answers> disturbed,
            Saliency saliency)
            implements Outcome {

        public Completed {
            epochs = List.copyOf(epochs);
            disturbed = Collections.unmodifiableMap(new LinkedHashMap<>(disturbed));
        }

        /** The outcome of a trial that was asked for nothing but answers. */
        public Completed(Answers validation, Answers test, Costs costs, double temperature, List<Epoch> epochs) {
            this(validation, test, costs, temperature, epochs, Map.of(), Saliency.NONE);
        }

        /** The outcome of a classifier that is not calibrated. */
        public Completed(Answers validation, Answers test, Costs costs, List<Epoch> epochs) {
            this(validation, test, costs, Temperature.NEUTRAL.value(), epochs);
        }

        /** The outcome of a classifier that is not calibrated and tells of no passes. */
        public Completed(Answers validation, Answers test, Costs costs) {
            this(validation, test, costs, List.of());
        }
    }

    /**
     * The trial failed; a result like any other.
     *
     * @param stage what it was doing
     * @param message one line for a table
     * @param trace for the classifier's author
     */
    record Failed(String stage, String message, String trace, List<Epoch> epochs) implements Outcome {

        public Failed {
            epochs = List.copyOf(epochs);
        }

        /** The outcome of a classifier that told of no passes before. */
        public Failed(String stage, String message, String trace) {
            this(stage, message, trace, List.of());
        }
    }

    /**
     * The trial was ended from outside because it exceeded a limit.
     *
     * @param reason which limit, with its value
     */
    record Stopped(String reason, List<Epoch> epochs) implements Outcome {

        public Stopped {
            epochs = List.copyOf(epochs);
        }

        /** The outcome of a classifier that told of no passes before. */
        public Stopped(String reason) {
            this(reason, List.of());
        }
    }
}
