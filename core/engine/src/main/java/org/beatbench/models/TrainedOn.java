package org.beatbench.models;

import java.util.List;
import org.beatbench.experiment.DatasetUse;

/**
 * What a model learned from, and how.
 *
 * @param dataset which beats, by settings and fingerprint
 * @param datasetName the data set's name, for people
 * @param synthetic whether its beats are computed and not measured
 * @param protocol id and version of the way to divide them, such as {@code ds1-ds2/1}; empty if all were for the model
 * @param split name of the split within the protocol; empty as well
 * @param division what became of the beats, a sentence
 * @param classCounts beats of each class that it learned from, in label order
 * @param resampling id of what was done to them first
 * @param resampledCounts beats of each class after that
 * @param seed of division, resampling and fit
 * @param threads that the fit used
 * @param command that trained it
 */
public record TrainedOn(
        DatasetUse dataset,
        String datasetName,
        boolean synthetic,
        String protocol,
        String split,
        String division,
        List<Integer> classCounts,
        String resampling,
        List<Integer> resampledCounts,
        long seed,
        int threads,
        String command) {

    /** More are a mistake. */
    public static final int MOST_THREADS = 9_999;

    public TrainedOn {
        classCounts = List.copyOf(classCounts);
        resampledCounts = List.copyOf(resampledCounts);
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be 1 to " + MOST_THREADS + ": " + threads);
        }
    }
}
