package org.beatbench.harness;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Classifier;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.Progress;
import org.beatbench.api.TrainedModel;
import org.beatbench.experiment.Trial;
import org.beatbench.files.Aside;
import org.jspecify.annotations.Nullable;

/** A fit on a few beats, and its test, that is given up after a while: to learn how long others will take. */
final class TrialFit implements Cancellation, Progress {

    /** Of an epoch answering takes about a third: it goes forward through a network, and not back. */
    private static final double ANSWERING = 1 / 3.0;

    private final Duration longest;
    private final Cancellation cancellation;
    private long begun;
    private @Nullable Epoch latest;

    TrialFit(Duration longest, Cancellation cancellation) {
        this.longest = longest;
        this.cancellation = cancellation;
    }

    @Override
    public boolean requested() {
        return cancellation.requested() || System.nanoTime() - begun > longest.toNanos();
    }

    @Override
    public void advanced(String stage, long done, long total) {}

    @Override
    public void epoch(Epoch epoch) {
        latest = epoch;
    }

    /**
     * How long it took, or would have taken, by its last epoch; empty if it was given up and had none, or failed.
     *
     * @param sample learned from, and answered
     * @throws CancelledException if the user stops it
     */
    Optional<Pace> pace(Classifier classifier, Trial trial, Beats sample) throws IOException {
        try (Aside scratch = Aside.temporary()) {
            begun = System.nanoTime();
            FitContext context = new FitContext(sample, trial.seed(), trial.threads(), scratch.path(), this, this);
            try (TrainedModel model = classifier.fit(sample, context)) {
                long fitted = System.nanoTime();
                model.predict(sample.sealed());
                long tested = System.nanoTime();
                return Optional.of(
                        new Pace(sample.size(), sample.size(), 0, (fitted - begun) * 1e-9, (tested - fitted) * 1e-9));
            }
        } catch (CancelledException e) {
            cancellation.check();
            return Optional.ofNullable(latest).map(epoch -> byEpoch(epoch, sample.size()));
        } catch (RuntimeException e) {
            // The border of a trial, if a small one: the run will say what is wrong with the classifier.
            return Optional.empty();
        }
    }

    private static Pace byEpoch(Epoch epoch, int beats) {
        double seconds = epoch.time().toNanos() * 1e-9;
        return new Pace(beats, beats, 0, seconds * epoch.planned(), seconds * ANSWERING);
    }
}
