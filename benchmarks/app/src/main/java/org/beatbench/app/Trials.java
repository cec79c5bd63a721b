package org.beatbench.app;

import org.beatbench.experiment.Trial;

/** Trials in words. */
final class Trials {

    private Trials() {}

    /** Such as {@code Decision tree · patients · fold-2 · seed 1}. */
    static String text(Trial trial) {
        String split = trial.split().equals("whole") ? "" : " · " + trial.split();
        return trial.label() + " · " + trial.protocolId() + split + " · seed " + trial.seed();
    }
}
