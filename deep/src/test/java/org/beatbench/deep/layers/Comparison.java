package org.beatbench.deep.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's path through a network beside that of the kernels alone. */
final class Comparison {

    private Comparison() {}

    static void assertSameAnswer(MultiLayerNetwork network, Batch batch) {
        assertSameAnswer(network.output(batch.features(), false, batch.mask(), null), network, batch);
    }

    static void assertSameAnswer(INDArray answer, MultiLayerNetwork network, Batch batch) {
        float[][] answered = answer.toFloatMatrix();
        float[][] expected = KernelPath.probabilities(network, batch);
        assertThat(answered).hasDimensions(batch.size(), Networks.CLASSES);
        for (int beat = 0; beat < batch.size(); beat++) {
            assertThat(answered[beat]).containsExactly(expected[beat], within(1e-6f));
        }
    }

    static void assertSameGradients(MultiLayerNetwork network, Batch batch) {
        assertClose(gradients(network, batch), KernelPath.gradients(network, batch), 2e-6);
    }

    /** Those of DL4J, of the summed loss. */
    static float[] gradients(MultiLayerNetwork network, Batch batch) {
        network.setLayerMaskArrays(batch.mask(), null);
        return maskedGradients(network, batch);
    }

    /** Those of layers that have their masks already. */
    static float[] maskedGradients(MultiLayerNetwork network, Batch batch) {
        network.setInput(batch.features());
        network.setLabels(batch.labels());
        network.computeGradientAndScore();
        network.clearLayerMaskArrays();
        return network.getFlattenedGradients().dup().data().asFloat();
    }

    /** The difference is shorter than a share of the vector. */
    static void assertClose(float[] actual, float[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        double squares = 0;
        double differences = 0;
        for (int i = 0; i < expected.length; i++) {
            squares += (double) expected[i] * expected[i];
            differences += Math.pow((double) actual[i] - expected[i], 2);
        }
        assertThat(Math.sqrt(differences / squares)).isLessThanOrEqualTo(tolerance);
    }
}
