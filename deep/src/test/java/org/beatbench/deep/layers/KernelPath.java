package org.beatbench.deep.layers;

import org.beatbench.deep.kernel.Activations;
import org.beatbench.deep.kernel.Pass;
import org.beatbench.deep.training.KernelNetwork;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What a network's kernels say by themselves, without DL4J. */
final class KernelPath {

    private KernelPath() {}

    /** Class probabilities, one row per beat. */
    static float[][] probabilities(MultiLayerNetwork network, Batch batch) {
        try (KernelNetwork kernels = load(network, batch, false)) {
            return softmax(kernels.forward(batch.into(kernels.input(batch.size())), Pass.ANSWER));
        }
    }

    /** Gradients of the summed cross-entropy. */
    static float[] gradients(MultiLayerNetwork network, Batch batch) {
        try (KernelNetwork kernels = load(network, batch, true)) {
            Activations answer = kernels.forward(batch.into(kernels.input(batch.size())), new Pass(true, 1));
            float[][] probabilities = softmax(answer);
            Activations gradient = new Activations(batch.size(), 1, Networks.CLASSES);
            gradient.shapeLike(answer);
            for (int beat = 0; beat < batch.size(); beat++) {
                for (int label = 0; label < Networks.CLASSES; label++) {
                    gradient.of(beat)[label] = probabilities[beat][label] - (label == batch.label(beat) ? 1 : 0);
                }
            }
            kernels.backward(gradient);
            float[] gradients = new float[kernels.parameters()];
            kernels.unload(gradients);
            return gradients;
        }
    }

    private static KernelNetwork load(MultiLayerNetwork network, Batch batch, boolean training) {
        KernelNetwork kernels = KernelNetwork.of(network.getLayerWiseConfigurations(), batch.size(), training);
        kernels.load(network.params().dup().data().asFloat());
        return kernels;
    }

    private static float[][] softmax(Activations answer) {
        float[][] rows = new float[answer.samples()][Networks.CLASSES];
        for (int beat = 0; beat < rows.length; beat++) {
            double sum = 0;
            for (int label = 0; label < Networks.CLASSES; label++) {
                sum += Math.exp(answer.of(beat)[label]);
            }
            for (int label = 0; label < Networks.CLASSES; label++) {
                rows[beat][label] = (float) (Math.exp(answer.of(beat)[label]) / sum);
            }
        }
        return rows;
    }
}
