package org.beatbench.classical;

import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.ParameterAveraging;

/** How a gradient becomes a step. */
public enum RegressionOptimiser {
    /**
     * Steps that shrink with the gradients seen so far, for each weight by itself (Duchi et al. 2011). The model has the mean
     * of all weights on the way (Polyak and Juditsky 1992): the last ones alone depend on which few beats came last, which
     * moved the F1 of the rare classes by a fifth.
     */
    ADAGRAD {
        @Override
        StochasticGradientOptimiser at(double learningRate) {
            return new ParameterAveraging(new AdaGrad(learningRate, 0.1));
        }
    },
    /** Steps by running means of gradient and squared gradient (Kingma and Ba 2015). */
    ADAM {
        @Override
        StochasticGradientOptimiser at(double learningRate) {
            return new AdamSteps(learningRate);
        }
    },
    /** Steps of the gradient times the learning rate. */
    SGD {
        @Override
        StochasticGradientOptimiser at(double learningRate) {
            return org.tribuo.math.optimisers.SGD.getSimpleSGD(learningRate);
        }
    };

    abstract StochasticGradientOptimiser at(double learningRate);
}
