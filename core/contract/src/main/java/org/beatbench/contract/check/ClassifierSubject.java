package org.beatbench.contract.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.api.Classifier;
import org.beatbench.api.ClassifierProvider;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Progress;
import org.beatbench.api.Selection;
import org.beatbench.api.TrainedModel;
import org.jspecify.annotations.Nullable;

/**
 * A classifier that is checked. The beats are small toy sets made here. Most questions can be asked of one model, which is fitted
 * once and closed with this; if that fit fails, the checks that need it say nothing. Not for use by two threads at once.
 */
public final class ClassifierSubject implements AutoCloseable {

    static final long SEED = 1;
    static final long OTHER_SEED = 2;

    private final Supplier<? extends ClassifierProvider<?>> providers;
    private final Supplier<? extends Record> settings;
    private final boolean looksAtSamples;
    private final Path scratch;
    private final List<Epoch> epochs = new ArrayList<>();
    private @Nullable TrainedModel model;
    private @Nullable Throwable fitFailure;
    private @Nullable Predictions answers;

    /**
     * A classifier that is going to be checked.
     *
     * @param providers makes its provider anew
     * @param settings to check with
     * @param looksAtSamples whether it looks at the samples of a beat; a yardstick that does not cannot learn what only these tell
     * @param scratch an empty folder
     */
    public ClassifierSubject(
            Supplier<? extends ClassifierProvider<?>> providers,
            Supplier<? extends Record> settings,
            boolean looksAtSamples,
            Path scratch) {
        this.providers = providers;
        this.settings = settings;
        this.looksAtSamples = looksAtSamples;
        this.scratch = scratch;
    }

    ClassifierProvider<?> provider() {
        return providers.get();
    }

    Record settings() {
        return settings.get();
    }

    void requireLooksAtSamples() {
        if (!looksAtSamples) {
            throw new NotApplicable("it does not look at samples");
        }
    }

    boolean looksAtSamples() {
        return looksAtSamples;
    }

    /** A new, empty folder. */
    Path folder(String name) throws IOException {
        return Files.createTempDirectory(scratch, name + "-");
    }

    /** Beats to ask the model about: of the kind it learned from, and none of those. */
    static Beats asked() {
        return ToyBeats.noisy().draw(OTHER_SEED);
    }

    /** The model that most is asked of; fits it when it is asked for first. */
    TrainedModel model() {
        if (model == null && fitFailure == null) {
            try {
                fitModel();
            } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
                fitFailure = e;
            }
        }
        if (model == null) {
            throw new NotApplicable("there is no model, because the fit fails (fits)");
        }
        return model;
    }

    /** Fits the model that most is asked of, unless there is one. */
    void fitModel() {
        if (model != null) {
            return;
        }
        epochs.clear();
        model = fit(ToyBeats.noisy().draw(SEED), settings(), listening(), Cancellation.NEVER);
        Expect.that(model != null, "fit answered null");
    }

    private Progress listening() {
        return new Progress() {

            @Override
            public void advanced(String stage, long done, long total) {}

            @Override
            public void epoch(Epoch epoch) {
                epochs.add(epoch);
            }
        };
    }

    /** The epochs that the fit of the model told of. */
    List<Epoch> epochs() {
        model();
        return List.copyOf(epochs);
    }

    /** The model's answers to {@link #asked}. */
    Predictions answers() {
        if (answers == null) {
            TrainedModel asking = model();
            try {
                answers = asking.predict(asked().sealed());
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                throw new NotApplicable("there are no answers, because predict fails (predicts)");
            }
            if (answers == null) {
                throw new NotApplicable("there are no answers, because predict answered null (predicts)");
            }
        }
        return answers;
    }

    /** What a model that learns from one draw of beats answers to another. */
    Predictions answers(ToyBeats kind) {
        return answers(kind.draw(SEED), kind.draw(OTHER_SEED));
    }

    Predictions answers(Beats training, Beats test) {
        try (TrainedModel fitted = fit(training)) {
            return fitted.predict(test.sealed());
        }
    }

    Predictions answers(ToyBeats kind, Record changed) {
        try (TrainedModel fitted = fit(kind.draw(SEED), changed, Progress.NONE, Cancellation.NEVER)) {
            return fitted.predict(kind.draw(OTHER_SEED).sealed());
        }
    }

    TrainedModel fit(Beats training) {
        return fit(training, settings(), Progress.NONE, Cancellation.NEVER);
    }

    TrainedModel fit(Beats training, Record chosen, Progress progress, Cancellation cancellation) {
        try {
            return fit(training, chosen, progress, cancellation, folder("scratch"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    TrainedModel fit(Beats training, Record chosen, Progress progress, Cancellation cancellation, Path temporary) {
        Beats validation = training.select(
                Selection.where(provider().info().usesValidation() ? training.size() : 0, row -> row % 4 == 0));
        return classifier(provider(), chosen)
                .fit(training, new FitContext(validation, SEED, 2, temporary, progress, cancellation));
    }

    @SuppressWarnings("unchecked") // the settings are the provider's defaults, or were made from them
    private static <S extends Record> Classifier classifier(ClassifierProvider<S> provider, Record settings) {
        return provider.create((S) settings);
    }

    static LoadContext loading(Beats beats) {
        return new LoadContext(beats.form(), beats.classes(), 2);
    }

    static double accuracy(Predictions answers, Beats truth) {
        long right = IntStream.range(0, truth.size())
                .filter(row -> answers.label(row) == truth.label(row))
                .count();
        return (double) right / truth.size();
    }

    /** Closes the model. What goes wrong then is another check's to find. */
    @Override
    public void close() {
        if (model != null) {
            try {
                model.close();
            } catch (RuntimeException e) {
                model = null;
            }
        }
    }
}
