package org.beatbench.harness;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beatbench.api.Beat;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.UserError;
import org.beatbench.experiment.DatasetUse;
import org.beatbench.plugins.Catalogue;
import org.beatbench.plugins.KnownDataset;

/**
 * The beats of a data set in the forms in which trials use them. They are the same beats in every form, so one division into
 * training and test parts holds for all. The first form is kept; others are loaded when a trial wants them, and kept as long as
 * there is memory. Not for use by two threads at once.
 */
public final class TrialBeats {

    private final KnownDataset<?> dataset;
    private final RunFolders folders;
    private final DatasetUse firstUse;
    private final Beats first;
    /** By their fingerprints. */
    private final Map<String, SoftReference<Beats>> others = new HashMap<>();

    private TrialBeats(KnownDataset<?> dataset, RunFolders folders, DatasetUse firstUse, Beats first) {
        this.dataset = dataset;
        this.folders = folders;
        this.firstUse = firstUse;
        this.first = first;
    }

    /** Beats that were loaded as they are used first; other forms of them can be loaded. */
    public static TrialBeats of(Catalogue catalogue, RunFolders folders, DatasetUse use, Beats loaded) {
        return new TrialBeats(catalogue.dataset(use.id()), folders, use, loaded);
    }

    /** Those of the first form, by which all are divided. */
    public Beats first() {
        return first;
    }

    /** That of the first form. */
    String firstFingerprint() {
        return firstUse.fingerprint();
    }

    /**
     * Loads another form.
     *
     * @param settings with which the data set gives it
     * @throws UserError if the data set gives other beats with these settings
     */
    public DatasetUse add(Map<String, ?> settings, Progress loading) throws IOException {
        Beats beats = dataset.load(settings, context(loading));
        DatasetUse use = dataset.use(settings, beats);
        if (!identities(beats).equals(identities(first))) {
            throw new UserError(
                    "data set " + firstUse.id() + " has other beats with " + use.settings() + " than with "
                            + firstUse.settings() + ", so their scores cannot be compared",
                    "give each an experiment of its own");
        }
        others.put(use.fingerprint(), new SoftReference<>(beats));
        return use;
    }

    /**
     * The beats as a trial uses them.
     *
     * @throws UserError if they are not at hand any more
     */
    public Beats of(DatasetUse use) throws IOException {
        if (use.fingerprint().equals(firstUse.fingerprint())) {
            return first;
        }
        SoftReference<Beats> kept = others.get(use.fingerprint());
        Beats beats = kept == null ? null : kept.get();
        if (beats == null) {
            beats = dataset.load(use.settings(), context(Progress.NONE));
            if (!dataset.use(use.settings(), beats).fingerprint().equals(use.fingerprint())) {
                throw new UserError("the data set changed while the experiment ran", "run it again");
            }
            others.put(use.fingerprint(), new SoftReference<>(beats));
        }
        return beats;
    }

    private DatasetContext context(Progress loading) {
        return new DatasetContext(folders.data(), loading, Cancellation.NEVER);
    }

    static List<Beat> identities(Beats beats) {
        return beats.beats().stream().map(Beat::identity).toList();
    }
}
