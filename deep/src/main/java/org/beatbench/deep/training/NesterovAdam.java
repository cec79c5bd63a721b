package org.beatbench.deep.training;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.NadamUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Nadam (Dozat 2016, algorithm 2) with a momentum that stays the same. ND4J's own does not correct the second moment for having
 * started at zero, which makes its first step more than 30 times as long as the learning rate.
 */
final class NesterovAdam extends Nadam {

    private static final long serialVersionUID = 1L;

    NesterovAdam(ISchedule schedule) {
        super(schedule);
    }

    @Override
    public GradientUpdater<Nadam> instantiate(INDArray state, boolean initialise) {
        Updater updater = new Updater(this);
        updater.setStateViewArray(state, new long[] {state.length() / 2}, state.ordering(), initialise);
        return updater;
    }

    @Override
    public GradientUpdater<Nadam> instantiate(Map<String, INDArray> state, boolean initialise) {
        Updater updater = new Updater(this);
        updater.setState(state, initialise);
        return updater;
    }

    /** ND4J's, with the steps of the paper. */
    private static final class Updater extends NadamUpdater {

        Updater(NesterovAdam configuration) {
            super(configuration);
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            Nadam configuration = getConfig();
            double beta1 = configuration.getBeta1();
            double beta2 = configuration.getBeta2();
            INDArray mean = getM().reshape(gradient.shape());
            INDArray meanSquare = getV().reshape(gradient.shape());
            try (INDArray share = gradient.mul(1 - beta1);
                    INDArray root = gradient.mul(gradient)) {
                mean.muli(beta1).addi(share);
                meanSquare.muli(beta2).addi(root.muli(1 - beta2));
                root.assign(meanSquare).divi(1 - Math.pow(beta2, iteration + 1));
                Transforms.sqrt(root, false).addi(configuration.getEpsilon());
                gradient.assign(mean)
                        .muli(beta1 / (1 - Math.pow(beta1, iteration + 2)))
                        .addi(share.divi(1 - Math.pow(beta1, iteration + 1)))
                        .muli(configuration.getLearningRate(iteration, epoch))
                        .divi(root);
            }
        }
    }
}
