package org.beatbench.app;

import org.beatbench.experiment.Trial;

/** Trials in words. */
final class Trials {

    private Trials() {}

    /** Such as {@code KNN · patients · fold 2 of 5}. */
    static String text(Trial trial) {
        String split = trial.split().equals("whole") ? "" : " · " + trial.split();
        return trial.label() + " · " + trial.protocolId() + split + " · seed " + trial.seed();
    }
}
