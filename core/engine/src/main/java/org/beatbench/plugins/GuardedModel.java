package org.beatbench.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.beatbench.api.Beats;
import org.beatbench.api.CancelledException;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model behind the border: its answers fit the question, and what it saved is there. */
final class GuardedModel implements TrainedModel {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedModel.class);

    private final TrainedModel model;
    private final Border border;

    GuardedModel(TrainedModel model, Border border) {
        this.model = model;
        this.border = border;
    }

    /** A classifier behind the border, whose models are too. */
    static Classifier fitting(Classifier classifier, Border border) {
        return (training, context) ->
                new GuardedModel(border.ask("fit", () -> fit(classifier, training, context)), border);
    }

    /** A cancellation is one if somebody asked for it, in whatever it is wrapped. */
    private static TrainedModel fit(Classifier classifier, Beats training, FitContext context) {
        try {
            return classifier.fit(training, context);
        } catch (RuntimeException e) {
            if (isCancelled(e) && context.cancellation().requested()) {
                throw new CancelledException();
            }
            if (e instanceof CancelledException) {
                throw new IllegalStateException("it says that it was cancelled, and nobody asked for that", e);
            }
            throw e;
        }
    }

    private static boolean isCancelled(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CancelledException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Predictions predict(Beats beats) {
        Predictions answers = border.ask("predict", () -> model.predict(beats));
        if (answers.size() != beats.size()) {
            throw border.failure("predict", answers.size() + " answers for " + beats.size() + " beats");
        }
        if (answers.classes() != beats.classes().size()) {
            throw border.failure(
                    "predict",
                    "probabilities of " + answers.classes() + " classes, and there are "
                            + beats.classes().size());
        }
        return answers;
    }

    @Override
    public void save(Path folder) throws IOException {
        border.order("save", () -> model.save(folder));
        try (Stream<Path> saved = Files.walk(folder)) {
            if (saved.noneMatch(Files::isRegularFile)) {
                throw border.failure("save", "it saved no file");
            }
        }
    }

    /** What the model shows of itself, if it does so in these words. */
    <T> Optional<T> view(Class<T> words) {
        return words.isInstance(model) ? Optional.of(words.cast(model)) : Optional.empty();
    }

    /** What goes wrong here is logged and no more: the answers are given. */
    @Override
    public void close() {
        try {
            border.order("close", model::close);
        } catch (PluginFailure e) {
            LOG.warn("{}", e.getMessage(), e.getCause());
        } catch (IOException e) {
            LOG.warn("{} failed in close", border, e);
        }
    }
}
