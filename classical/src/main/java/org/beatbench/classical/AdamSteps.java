package org.beatbench.classical;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.Adam;

/**
 * Adam (Kingma and Ba 2015, algorithm 1, in the form at the end of its section 2). Tribuo 4.3.2 has it too, but multiplies by
 * the root of the second moment where it should divide (corrected in github.com/oracle/tribuo/pull/401, not yet released).
 */
final class AdamSteps implements StochasticGradientOptimiser {

    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final double learningRate;
    private Tensor[] first = {};
    private Tensor[] second = {};
    private int steps;

    AdamSteps(double learningRate) {
        this.learningRate = learningRate;
    }

    @Override
    public void initialise(Parameters parameters) {
        first = parameters.getEmptyCopy();
        second = parameters.getEmptyCopy();
        steps = 0;
    }

    @Override
    public Tensor[] step(Tensor[] gradients, double weight) {
        steps++;
        double rate = learningRate * Math.sqrt(1 - Math.pow(SECOND_DECAY, steps)) / (1 - Math.pow(FIRST_DECAY, steps));
        for (int i = 0; i < gradients.length; i++) {
            first[i].scaleInPlace(FIRST_DECAY);
            first[i].intersectAndAddInPlace(gradients[i], gradient -> (1 - FIRST_DECAY) * gradient);
            second[i].scaleInPlace(SECOND_DECAY);
            second[i].intersectAndAddInPlace(gradients[i], gradient -> (1 - SECOND_DECAY) * gradient * gradient);
            gradients[i].scaleInPlace(0);
            gradients[i].intersectAndAddInPlace(first[i], moment -> rate * moment);
            gradients[i].hadamardProductInPlace(second[i], moment -> 1 / (Math.sqrt(moment) + EPSILON));
        }
        return gradients;
    }

    @Override
    public void reset() {
        first = new Tensor[0];
        second = new Tensor[0];
        steps = 0;
    }

    @Override
    public StochasticGradientOptimiser copy() {
        return new AdamSteps(learningRate);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return new Adam(learningRate, FIRST_DECAY, SECOND_DECAY, EPSILON).getProvenance();
    }

    @Override
    public String toString() {
        return "Adam(learningRate=" + learningRate + ")";
    }
}
