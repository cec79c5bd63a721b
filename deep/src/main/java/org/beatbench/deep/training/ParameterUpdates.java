package org.beatbench.deep.training;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/** Takes the steps: clips gradients, has them turned into updates by ND4J, lets weights decay and keeps the running average. */
final class ParameterUpdates {

    private final TrainingSettings settings;
    private final ParameterRoles roles;
    private final IUpdater configuration;
    private final GradientUpdater<?> updater;
    private final INDArray array;
    private final FloatPointer native_;
    private final float[] parameters;
    private final float[] average;
    private int taken;
    private double learningRate;

    ParameterUpdates(MultiLayerNetwork network, TrainingSettings settings, LearningRate rate) {
        this.settings = settings;
        this.roles = ParameterRoles.of(network);
        this.parameters = network.params().dup().data().asFloat();
        this.average = parameters.clone();
        this.configuration = settings.optimiser().updater(rate);
        long stateSize = configuration.stateSize(parameters.length);
        INDArray state = stateSize == 0 ? null : Nd4j.zeros(DataType.FLOAT, 1, stateSize);
        this.updater = configuration.instantiate(state, true);
        this.array = Nd4j.zeros(DataType.FLOAT, 1, parameters.length);
        this.native_ = new FloatPointer(array.data().addressPointer());
    }

    /** The parameters as they stand; to be read only. */
    float[] parameters() {
        return parameters;
    }

    /** The parameters that answer; to be read only. */
    float[] answering() {
        return settings.averaging() > 0 ? average : parameters;
    }

    /** That of the step taken last. */
    double learningRate() {
        return learningRate;
    }

    /**
     * Takes one step.
     *
     * @param gradients summed over beats; is overwritten
     * @param weight summed weights of the beats
     * @param beats number of beats
     */
    void take(float[] gradients, double weight, int beats, int epoch) {
        for (int i = roles.statistics().nextSetBit(0);
                i >= 0;
                i = roles.statistics().nextSetBit(i + 1)) {
            parameters[i] -= gradients[i] / beats;
            gradients[i] = 0f;
        }
        scale(gradients, weight);
        native_.put(gradients, 0, gradients.length);
        updater.applyUpdater(array, taken, epoch);
        native_.get(gradients, 0, gradients.length);
        learningRate = configuration.getLearningRate(taken, epoch);
        float decay = (float) (settings.weightDecay() * learningRate);
        for (int i = roles.decaying().nextSetBit(0);
                i >= 0;
                i = roles.decaying().nextSetBit(i + 1)) {
            gradients[i] += decay * parameters[i];
        }
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= gradients[i];
        }
        taken++;
        if (settings.averaging() > 0) {
            // a short memory at first, so that the average does not remember the beginning
            float keep = (float) Math.min(settings.averaging(), (1.0 + taken) / (10.0 + taken));
            for (int i = 0; i < parameters.length; i++) {
                average[i] = keep * average[i] + (1 - keep) * parameters[i];
            }
        }
    }

    private void scale(float[] gradients, double weight) {
        double squares = 0;
        for (float gradient : gradients) {
            squares += (double) gradient * gradient;
        }
        double norm = Math.sqrt(squares) / weight;
        double clip = settings.gradientClip();
        double factor = clip > 0 && norm > clip ? clip / norm : 1;
        ArrayLoops.scale(gradients, (float) (factor / weight));
    }
}
