package org.beatbench.classical;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.beatbench.api.Beats;
import org.beatbench.api.Predictions;
import org.beatbench.api.TrainedModel;
import org.beatbench.classical.fitted.FittedRows;
import org.beatbench.classical.fitted.FittedRule;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/** A trained model that asks a model of Tribuo, beat by beat. */
final class TribuoModel implements TrainedModel, FittedRows {

    private final Model<Label> model;
    private final TribuoFeatures samples;
    private final String[] classes;

    TribuoModel(Model<Label> model, TribuoFeatures samples) {
        this.model = model;
        this.samples = samples;
        this.classes = new String[model.getOutputIDInfo().size()];
        Arrays.setAll(classes, label -> model.getOutputIDInfo().getOutput(label).getLabel());
    }

    @Override
    public Predictions predict(Beats beats) {
        float[] values = samples.values(beats);
        ClassProbabilities shares = new ClassProbabilities(beats.size(), classes.length);
        double[] row = new double[classes.length];
        for (int beat = 0; beat < beats.size(); beat++) {
            Prediction<Label> answer = model.predict(samples.example(values, beat));
            Map<String, Label> scores = answer.getOutputScores();
            Arrays.setAll(row, label -> Objects.requireNonNull(scores.get(classes[label]))
                    .getScore());
            shares.set(beat, row, model.getOutputIDInfo().getID(answer.getOutput()));
        }
        return shares.predictions();
    }

    @Override
    public FittedRule rule() {
        return FittedRules.of(model, samples.steps());
    }

    @Override
    public void save(Path folder) throws IOException {
        ModelFile.write(model, folder);
    }
}
