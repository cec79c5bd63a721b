package org.beatbench.deep.kernel;

import java.util.SplittableRandom;

/**
 * Dropout (Srivastava et al. 2014): in training each value is zero with some probability, and larger otherwise so that the mean
 * stays. The draws depend on the pass's seed only.
 */
public final class DropoutKernel implements Kernel {

    private final double rate;
    private final Activations answer;
    private final Activations kept;
    private boolean training;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block
     * @param channels values per step
     * @param rate probability of zero, 0 to below 1
     */
    public DropoutKernel(Extent extent, int channels, double rate) {
        this.rate = rate;
        answer = new Activations(extent.samples(), extent.steps(), channels);
        kept = new Activations(extent.training() ? extent.samples() : 0, extent.steps(), channels);
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        training = pass.training();
        if (!training) {
            return block;
        }
        answer.shapeLike(block);
        kept.shapeLike(block);
        SplittableRandom random = new SplittableRandom(pass.seed());
        float scale = (float) (1 / (1 - rate));
        int n = block.steps() * block.channels();
        for (int sample = 0; sample < block.samples(); sample++) {
            float[] factors = kept.of(sample);
            for (int i = 0; i < n; i++) {
                factors[i] = random.nextDouble() < rate ? 0f : scale;
            }
            Vectors.multiply(answer.of(sample), block.of(sample), factors, n);
        }
        return answer;
    }

    @Override
    public Activations backward(Activations gradient) {
        int n = kept.steps() * kept.channels();
        for (int sample = 0; sample < kept.samples(); sample++) {
            Vectors.multiply(gradient.of(sample), gradient.of(sample), kept.of(sample), n);
        }
        return gradient;
    }
}
