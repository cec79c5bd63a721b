package org.beatbench.experiment;

import java.util.List;

/**
 * A comparison as its author wrote it; not yet checked against the classifiers and data sets there are.
 *
 * @param id short name, also the name of its result folder
 * @param title one line for the report
 * @param dataset the beats
 * @param protocols ids of the ways to split, in the order written
 * @param entries the competitors, one row of the report each
 * @param seeds each seed repeats everything
 * @param limits what one trial may use
 * @param canaries whether the canaries are to be measured too, as yardsticks
 * @param robustness on how many test beats of each split models are asked what a worse ECG would do to them
 * @param saliency of how many test beats of each class competitors are asked what they look at
 */
public record Experiment(
        String id,
        String title,
        Choice dataset,
        List<String> protocols,
        List<Entry> entries,
        List<Long> seeds,
        Limits limits,
        boolean canaries,
        Inquiry robustness,
        Inquiry saliency) {

    /** An experiment whose competitors answer test beats and are asked for nothing else. */
    public Experiment(
            String id,
            String title,
            Choice dataset,
            List<String> protocols,
            List<Entry> entries,
            List<Long> seeds,
            Limits limits,
            boolean canaries) {
        this(id, title, dataset, protocols, entries, seeds, limits, canaries, Inquiry.NONE, Inquiry.NONE);
    }

    public Experiment {
        protocols = List.copyOf(protocols);
        entries = List.copyOf(entries);
        seeds = List.copyOf(seeds);
    }
}
