package org.beatbench.harness;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;

/** Keeps the epochs of a fit and the stage of the trial, and passes on all it hears. */
final class EpochLog implements Progress {

    private final Progress listener;
    private final List<Epoch> epochs = new ArrayList<>();
    private volatile String stage = TrialExecution.START;

    EpochLog(Progress listener) {
        this.listener = listener;
    }

    @Override
    public void advanced(String stage, long done, long total) {
        if (TrialExecution.isStage(stage)) {
            this.stage = stage;
        }
        listener.advanced(stage, done, total);
    }

    @Override
    public void epoch(Epoch epoch) {
        synchronized (epochs) {
            epochs.add(epoch);
        }
        listener.epoch(epoch);
    }

    /** The stage of the trial that was begun last, whatever steps of its own the classifier told of. */
    String stage() {
        return stage;
    }

    /** The epochs heard so far. */
    List<Epoch> epochs() {
        synchronized (epochs) {
            return List.copyOf(epochs);
        }
    }
}
