package org.beatbench.harness;

import org.beatbench.experiment.ClassifierUse;

/**
 * What a classifier once took, from which is scaled what it will take.
 *
 * @param trainingBeats beats it learned from
 * @param testBeats beats it answered
 * @param epochs passes over the training beats; 0 if it has none, or all settings are the same
 * @param fitSeconds time of the fit
 * @param testSeconds time of all answers
 */
public record Pace(double trainingBeats, double testBeats, int epochs, double fitSeconds, double testSeconds) {

    private static final String EPOCHS = "epochs";

    /** This pace with another number of epochs, if the settings of a classifier say how many. */
    Pace of(ClassifierUse use) {
        String planned = use.settings().getOrDefault(EPOCHS, "");
        if (epochs == 0 || !planned.matches("[1-9]\\d{0,6}")) {
            return this;
        }
        return new Pace(trainingBeats, testBeats, 0, fitSeconds * Integer.parseInt(planned) / epochs, testSeconds);
    }

    /** On a machine that takes so many times as long. */
    Pace times(double factor) {
        return new Pace(trainingBeats, testBeats, epochs, fitSeconds * factor, testSeconds * factor);
    }

    /**
     * A fit takes time with its training beats, a test with training beats times test beats (true for neighbours, too much for the
     * rest, whose tests are short).
     */
    double seconds(double training, double test) {
        double growth = training / trainingBeats;
        return fitSeconds * growth + testSeconds * growth * test / testBeats;
    }
}
