package org.beatbench.classical;

import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaGrad;

/** How a gradient becomes a step. */
public enum Optimiser {
    /** Steps that shrink with the gradients seen so far, for each weight by itself (Duchi et al. 2011). */
    ADAGRAD {
        @Override
        StochasticGradientOptimiser at(double learningRate) {
            return new AdaGrad(learningRate, 0.1);
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
