package org.beatbench.deep;

import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.FitContext;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.training.TrainingLoop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A network to be trained. */
record NetworkClassifier(Architecture architecture) implements Classifier {

    @Override
    public TrainedModel fit(Beats training, FitContext context) {
        MultiLayerNetwork network = NetworkBuilder.build(
                architecture, training.form(), training.classes().size(), context.seed());
        Features.standardise(network, training);
        TrainingLoop.fit(network, training, architecture.training(), context);
        return new NetworkModel(network, context.threads());
    }
}
