package org.beatbench.classical.preparation;

import java.io.IOException;
import java.nio.file.Path;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.Form;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;
import org.beatbench.classical.fitted.PreparedColumns;
import org.beatbench.classical.fitted.PreparedModel;

/** A learner of rows that takes beats of any form: those of channels and features are prepared first. */
public final class Prepared implements Classifier {

    private final Classifier learner;

    private Prepared(Classifier learner) {
        this.learner = learner;
    }

    /** A learner that is given prepared rows. */
    public static Classifier first(Classifier learner) {
        return new Prepared(learner);
    }

    /** Reads a model of rows. */
    @FunctionalInterface
    public interface Loader {

        TrainedModel load(Path folder, LoadContext context) throws IOException;
    }

    /** Reads a model that {@link #first} made. */
    public static TrainedModel load(Path folder, LoadContext context, Loader loader) throws IOException {
        if (!Preparation.isFor(context.form())) {
            return loader.load(folder, context);
        }
        Preparation preparation = Preparation.read(folder, context.form());
        LoadContext rows = new LoadContext(Form.row(preparation.width()), context.classes(), context.threads());
        return new Model(loader.load(folder, rows), preparation);
    }

    @Override
    public TrainedModel fit(Beats training, FitContext context) {
        if (!Preparation.isFor(training.form())) {
            return learner.fit(training, context);
        }
        Preparation preparation = Preparation.fit(training);
        Beats validation =
                context.validation().isEmpty() ? context.validation() : preparation.apply(context.validation());
        return new Model(
                learner.fit(
                        preparation.apply(training),
                        new FitContext(
                                validation,
                                context.seed(),
                                context.threads(),
                                context.scratch(),
                                context.progress(),
                                context.cancellation())),
                preparation);
    }

    private record Model(TrainedModel answering, Preparation fitted) implements TrainedModel, PreparedModel {

        @Override
        public Predictions predict(Beats beats) {
            return answering.predict(fitted.apply(beats));
        }

        @Override
        public PreparedColumns preparation() {
            return fitted.columns();
        }

        @Override
        public void save(Path folder) throws IOException {
            answering.save(folder);
            fitted.write(folder);
        }

        @Override
        public void close() {
            answering.close();
        }
    }
}
