package org.beatbench.deep.layers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.beatbench.deep.kernel.RecurrentCell;
import org.beatbench.deep.kernel.TimePooling;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

final class KernelRuntimeTest {

    @ParameterizedTest
    @EnumSource
    void answersWhatTheKernelsAnswer(Stack stack) {
        MultiLayerNetwork network = Networks.of(stack);
        // from large to small to large, so that kernels are used again
        Stream.of(Batch.full(), Batch.masked(), Batch.full(), Batch.maskedAndShorter(7), Batch.shorter(6))
                .forEach(batch -> Comparison.assertSameAnswer(network, batch));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DROPPING")
    void learnsWhatTheKernelsLearn(Stack stack) {
        MultiLayerNetwork network = Networks.of(stack);
        Stream.of(Batch.full(), Batch.masked(), Batch.maskedAndShorter(7), Batch.full())
                .forEach(batch -> Comparison.assertSameGradients(network, batch));
    }

    /** Without a ReLU or a maximum, so that a difference quotient tells the gradient. */
    @Test
    void learnsWhatLowersTheScoreOfDeeplearning4j() {
        for (RecurrentCell cell : RecurrentCell.values()) {
            MultiLayerNetwork network = Networks.of(List.of(
                    TemporalConvolution.of(2, 3, false),
                    Recurrent.of(cell, 2, true, false),
                    TemporalBatchNormalization.of(false),
                    PooledTime.of(TimePooling.MEAN, true)));
            Batch batch = Batch.masked();
            float[] gradients = Comparison.gradients(network, batch);
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] /= batch.size();
            }
            // the score does not depend on the running mean and variance, of 4 channels each, before the output's
            // parameters
            int end = gradients.length - 18;
            Arrays.fill(gradients, end - 8, end, 0f);
            float[] slopes = slopes(network, batch.dataSet(), 5e-3);
            Comparison.assertClose(gradients, slopes, 1e-3);
        }
    }

    /** Difference quotients of the fourth order, as the score is not precise enough for small steps. */
    private static float[] slopes(MultiLayerNetwork network, DataSet data, double step) {
        float[] slopes = new float[(int) network.numParams()];
        for (int i = 0; i < slopes.length; i++) {
            double near = score(network, data, i, step) - score(network, data, i, -step);
            double far = score(network, data, i, 2 * step) - score(network, data, i, -2 * step);
            slopes[i] = (float) ((8 * near - far) / (12 * step));
        }
        return slopes;
    }

    private static double score(MultiLayerNetwork network, DataSet data, int parameter, double added) {
        INDArray parameters = network.params();
        float value = parameters.getFloat(parameter);
        parameters.putScalar(parameter, value + added);
        double score = network.score(data, true);
        parameters.putScalar(parameter, value);
        return score;
    }
}
