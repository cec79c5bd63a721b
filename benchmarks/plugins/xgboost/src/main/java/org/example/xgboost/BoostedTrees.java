package org.example.xgboost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.beatbench.api.Beats;
import org.beatbench.api.FitContext;
import org.beatbench.api.LoadContext;
import org.beatbench.api.Predictions;
import org.beatbench.api.Rows;
import org.beatbench.api.TrainedModel;

/** Owns a native model. */
final class BoostedTrees implements TrainedModel {

    private static final String FILE = "model.ubj";

    private final Booster booster;
    private final int classes;
    private boolean closed;

    private BoostedTrees(Booster booster, int classes) {
        this.booster = booster;
        this.classes = classes;
    }

    static BoostedTrees fit(Beats training, XgboostSettings settings, FitContext context) {
        int classes = training.classes().size();
        Map<String, Object> parameters = Map.of(
                "objective", "multi:softprob",
                "num_class", classes,
                "tree_method", "hist",
                "max_depth", settings.depth(),
                "eta", settings.learningRate(),
                "seed", context.seed() & 0x7fffffff,
                "nthread", context.threads(),
                "verbosity", 0);
        try {
            DMatrix matrix = matrix(training.samples());
            try {
                float[] labels = new float[training.size()];
                for (int row = 0; row < labels.length; row++) {
                    labels[row] = training.label(row);
                }
                matrix.setLabel(labels);
                Booster booster = XGBoost.train(matrix, parameters, 1, Map.of(), null, null);
                try {
                    for (int round = 1; round < settings.rounds(); round++) {
                        context.cancellation().check();
                        context.progress().advanced("round", round, settings.rounds());
                        booster.update(matrix, round);
                    }
                } catch (RuntimeException | XGBoostError e) {
                    booster.dispose();
                    throw e;
                }
                return new BoostedTrees(booster, classes);
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private static DMatrix matrix(Rows rows) throws XGBoostError {
        return new DMatrix(rows.toArray(), rows.size(), rows.width(), Float.NaN);
    }

    @Override
    public synchronized Predictions predict(Beats beats) {
        if (beats.isEmpty()) {
            return Predictions.of(Rows.of(new float[0], classes));
        }
        try {
            DMatrix matrix = matrix(beats.samples());
            try {
                Rows.Builder answers = Rows.builder(classes);
                for (float[] answer : booster.predict(matrix)) {
                    answers.add(answer);
                }
                return Predictions.of(answers.build());
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void save(Path folder) throws IOException {
        try {
            Files.write(folder.resolve(FILE), booster.toByteArray("ubj"));
        } catch (XGBoostError e) {
            throw new IOException(e);
        }
    }

    static BoostedTrees load(Path folder, LoadContext context) throws IOException {
        try {
            Booster booster = XGBoost.loadModel(Files.readAllBytes(folder.resolve(FILE)));
            booster.setParam("nthread", context.threads());
            return new BoostedTrees(booster, context.classes().size());
        } catch (XGBoostError e) {
            throw new IOException(folder.resolve(FILE) + " is no model of XGBoost", e);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            booster.dispose();
        }
    }
}
