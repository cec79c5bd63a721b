package org.beatbench.api;

import java.time.Duration;

/**
 * How one pass over the training beats went. Classifiers that learn in such passes tell it to {@link Progress#epoch}; it is
 * shown while they learn, stored with the trial, and drawn as learning curves.
 *
 * <p>Made by {@link #of} and, for what else was measured, the methods that begin with {@code with}.
 *
 * <p>What was not measured is NaN: every validation figure where there are no validation beats, and the learning rate of a
 * classifier that has none. A loss that is not finite says that the fit diverged.
 *
 * @param number which pass, 1-based
 * @param planned how many passes there will be at most, at least {@code number}; a fit may stop early
 * @param trainingLoss mean loss of a training beat in this pass, in the unit of what the classifier minimizes (nats for
 *     cross-entropy)
 * @param trainingAccuracy share of training beats answered right in this pass, 0..1
 * @param validationLoss mean loss of a validation beat after this pass, in the same unit
 * @param validationAccuracy share of validation beats answered right after this pass, 0..1
 * @param validationMacroF1 mean over the classes of the F1 score on validation beats after this pass, 0..1
 * @param learningRate size of a step at the end of this pass
 * @param beatsPerSecond training beats passed per second, not counting the time to answer validation beats
 * @param time wall time of the pass, with that for the validation beats
 */
public record Epoch(
        int number,
        int planned,
        double trainingLoss,
        double trainingAccuracy,
        double validationLoss,
        double validationAccuracy,
        double validationMacroF1,
        double learningRate,
        double beatsPerSecond,
        Duration time) {

    public Epoch {
        if (number < 1 || planned < number) {
            throw new IllegalArgumentException("epochs are numbered from 1 to planned: " + number + " of " + planned);
        }
        requireShare("training accuracy", trainingAccuracy);
        requireShare("validation accuracy", validationAccuracy);
        requireShare("validation macro-F1", validationMacroF1);
        if (time.isNegative()) {
            throw new IllegalArgumentException("time must not be negative: " + time);
        }
    }

    /**
     * A pass of which nothing else was measured.
     *
     * @param number which pass, 1-based
     * @param planned how many there will be at most
     * @param trainingLoss mean loss of a training beat
     * @param time wall time of the pass
     */
    public static Epoch of(int number, int planned, double trainingLoss, Duration time) {
        double unknown = Double.NaN;
        return new Epoch(number, planned, trainingLoss, unknown, unknown, unknown, unknown, unknown, unknown, time);
    }

    /** This epoch, with the share of training beats answered right. */
    public Epoch withTrainingAccuracy(double accuracy) {
        return new Epoch(
                number,
                planned,
                trainingLoss,
                accuracy,
                validationLoss,
                validationAccuracy,
                validationMacroF1,
                learningRate,
                beatsPerSecond,
                time);
    }

    /** This epoch, with what was measured on the validation beats. */
    public Epoch withValidation(double loss, double accuracy, double macroF1) {
        return new Epoch(
                number,
                planned,
                trainingLoss,
                trainingAccuracy,
                loss,
                accuracy,
                macroF1,
                learningRate,
                beatsPerSecond,
                time);
    }

    /** This epoch, with the size of a step at its end and the training beats passed per second. */
    public Epoch withPace(double stepSize, double beats) {
        return new Epoch(
                number,
                planned,
                trainingLoss,
                trainingAccuracy,
                validationLoss,
                validationAccuracy,
                validationMacroF1,
                stepSize,
                beats,
                time);
    }

    private static void requireShare(String name, double value) {
        if (value < 0 || value > 1) {
            throw new IllegalArgumentException(name + " must be 0 to 1, or NaN if it was not measured: " + value);
        }
    }
}
