package org.beatbench.harness;

import java.util.ArrayList;
import java.util.List;
import org.beatbench.api.Epoch;
import org.beatbench.api.Progress;

/** Keeps the epochs of a fit, and passes on all it hears. */
final class EpochLog implements Progress {

    private final Progress listener;
    private final List<Epoch> epochs = new ArrayList<>();

    EpochLog(Progress listener) {
        this.listener = listener;
    }

    @Override
    public void advanced(String stage, long done, long total) {
        listener.advanced(stage, done, total);
    }

    @Override
    public void epoch(Epoch epoch) {
        synchronized (epochs) {
            epochs.add(epoch);
        }
        listener.epoch(epoch);
    }

    /** The epochs heard so far. */
    List<Epoch> epochs() {
        synchronized (epochs) {
            return List.copyOf(epochs);
        }
    }
}
