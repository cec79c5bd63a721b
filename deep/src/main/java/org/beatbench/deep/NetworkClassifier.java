package org.beatbench.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.beatbench.api.Beats;
import org.beatbench.api.Classifier;
import org.beatbench.api.Epoch;
import org.beatbench.api.FitContext;
import org.beatbench.api.Progress;
import org.beatbench.api.TrainedModel;
import org.beatbench.deep.training.TrainingLoop;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A network to be trained, or several that will answer together. */
record NetworkClassifier(Architecture architecture) implements Classifier {

    @Override
    public TrainedModel fit(Beats training, FitContext context) {
        int members = architecture.training().members();
        SplittableRandom seeds = new SplittableRandom(context.seed());
        List<NetworkModel> fitted = new ArrayList<>();
        try {
            for (int member = 0; member < members; member++) {
                // one alone is what it was before there were ensembles
                long seed = member == 0 ? context.seed() : seeds.nextLong();
                fitted.add(member(training, context, seed, new MemberProgress(context.progress(), member, members)));
            }
        } catch (RuntimeException e) {
            fitted.forEach(NetworkModel::close);
            throw e;
        }
        return Ensemble.of(fitted);
    }

    private NetworkModel member(Beats training, FitContext context, long seed, Progress progress) {
        MultiLayerNetwork network = NetworkBuilder.build(
                architecture, training.form(), training.classes().size(), seed);
        Features.standardise(network, training);
        TrainingLoop.fit(
                network,
                training,
                architecture.training(),
                new FitContext(
                        context.validation(),
                        seed,
                        context.threads(),
                        context.scratch(),
                        progress,
                        context.cancellation()));
        return new NetworkModel(network, context.threads());
    }

    /** Tells whose progress it is; the learning curve is that of the first, whose epochs the others repeat. */
    private record MemberProgress(Progress whole, int member, int members) implements Progress {

        @Override
        public void advanced(String stage, long done, long total) {
            whole.advanced(
                    members == 1 ? stage : "network " + (member + 1) + " of " + members + ", " + stage, done, total);
        }

        @Override
        public void epoch(Epoch epoch) {
            if (member == 0) {
                whole.epoch(epoch);
            }
        }
    }
}
