package org.beatbench.deep.training;

import java.util.List;
import java.util.stream.IntStream;
import org.beatbench.api.Beats;
import org.beatbench.api.Cancellation;
import org.beatbench.deep.kernel.Activations;
import org.beatbench.deep.kernel.Pass;

/** Asks networks, one per worker, for the class probabilities of beats. */
public final class Inference {

    private Inference() {}

    /**
     * The values of the last layer, before the softmax, {@code [beat × classes + class]}.
     *
     * @param networks with their parameters loaded; each is used by one thread
     * @param block most beats that go through together
     */
    public static float[] values(List<KernelNetwork> networks, int block, Beats beats, Cancellation cancellation) {
        int classes = beats.classes().size();
        float[] values = new float[beats.size() * classes];
        int workers = Math.max(1, Math.min(networks.size(), (beats.size() + block - 1) / block));
        // blocks are the same for any number of workers, and so are the answers
        int[] sorted = LengthBuckets.dealt(beats, IntStream.range(0, beats.size()), 1)[0];
        if (workers == 1) {
            answer(networks.get(0), block, beats, sorted, 0, 1, values, cancellation);
            return values;
        }
        try (TrainingThreads pool = new TrainingThreads(workers)) {
            pool.run(worker ->
                    answer(networks.get(worker), block, beats, sorted, worker, workers, values, cancellation));
        }
        return values;
    }

    /** Answers every {@code workers}th block, from that of the worker's number on. */
    private static void answer(
            KernelNetwork network,
            int block,
            Beats beats,
            int[] rows,
            int worker,
            int workers,
            float[] values,
            Cancellation cancellation) {
        int classes = beats.classes().size();
        InputBlock input = new InputBlock(network, beats.form(), Math.min(block, Math.max(1, rows.length)));
        Augmentation none = Augmentation.none(beats.form());
        for (int from = worker * block; from < rows.length; from += workers * block) {
            cancellation.check();
            int size = Math.min(block, rows.length - from);
            input.begin(size);
            for (int i = 0; i < size; i++) {
                input.read(i, beats, rows[from + i], none, 0);
            }
            Activations answer = input.answered(Pass.ANSWER);
            for (int i = 0; i < size; i++) {
                System.arraycopy(answer.of(i), 0, values, rows[from + i] * classes, classes);
            }
        }
    }

    /** Class probabilities from the values of {@link #values}, in place. */
    public static float[] probabilities(float[] values, int classes) {
        double[] row = new double[classes];
        float[] part = new float[classes];
        for (int from = 0; from < values.length; from += classes) {
            System.arraycopy(values, from, part, 0, classes);
            Softmax.probabilities(part, classes, row);
            for (int label = 0; label < classes; label++) {
                values[from + label] = (float) row[label];
            }
        }
        return values;
    }
}
