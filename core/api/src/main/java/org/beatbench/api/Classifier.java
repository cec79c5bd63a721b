package org.beatbench.api;

/** A recipe that learns to classify beats: settings without state, so one classifier can be fitted many times. */
public interface Classifier {

    /**
     * Learns from labelled beats. The input is not changed; the same beats, seed and thread count give a model with the
     * same answers.
     *
     * @param training labelled beats, at least one
     * @param context what else a fit may use
     * @throws CancelledException within a second of a cancellation
     */
    TrainedModel fit(Beats training, FitContext context);
}
