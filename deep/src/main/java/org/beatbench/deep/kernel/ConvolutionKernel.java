package org.beatbench.deep.kernel;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Convolution over time with as many steps out as in ("same" padding by zeros), and a ReLU after it where asked for.
 *
 * <p>Parameters: weights {@code [kernel][in][out]}, then a bias per output channel. Steps behind a beat's length are zero on
 * both sides.
 */
public final class ConvolutionKernel implements Kernel {

    private final int kernel;
    private final int in;
    private final int out;
    private final boolean relu;
    private final boolean first;

    private final Arena arena = new Arena();
    private final PaddedRows input;
    private final PaddedRows product;
    private final PaddedRows outputGradient;
    private final PaddedRows inputProduct;
    private final FloatPointer weights;
    private final FloatPointer flipped;
    private final FloatPointer ones;
    private final FloatPointer sums;

    private final Activations answer;
    private final Activations inputGradient;
    private final float[] copied;
    private final float[] turned;
    private final float[] bias;
    private final float[] biasOverTime;
    private final float[] scratch;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block
     * @param in channels of the input
     * @param out channels of the output
     * @param kernel time steps that an output sees, odd
     * @param relu whether a ReLU follows
     * @param first whether nobody wants the gradient of the input
     */
    public ConvolutionKernel(Extent extent, int in, int out, int kernel, boolean relu, boolean first) {
        this.kernel = kernel;
        this.in = in;
        this.out = out;
        this.relu = relu;
        this.first = first;
        int samples = extent.samples();
        int steps = extent.steps();
        input = new PaddedRows(arena, samples, steps, kernel, in);
        product = new PaddedRows(arena, samples, steps, kernel, out);
        weights = arena.floats(kernel * in * out);
        answer = new Activations(samples, steps, out);
        copied = new float[kernel * in * out];
        bias = new float[out];
        biasOverTime = new float[steps * out];
        scratch = new float[steps * out];
        if (extent.training()) {
            outputGradient = new PaddedRows(arena, samples, steps, kernel, out);
            inputProduct = first ? input : new PaddedRows(arena, samples, steps, kernel, in);
            flipped = arena.floats(kernel * in * out);
            turned = new float[kernel * in * out];
            sums = arena.floats(kernel * in * out + out);
            ones = arena.floats(input.allRowsAtMost());
            ones.put(filled(input.allRowsAtMost()), 0, input.allRowsAtMost());
            inputGradient = new Activations(samples, steps, in);
        } else {
            outputGradient = product;
            inputProduct = input;
            flipped = weights;
            turned = copied;
            sums = weights;
            ones = weights;
            inputGradient = answer;
        }
    }

    /** Number of parameters. */
    public static int parameters(int in, int out, int kernel) {
        return kernel * in * out + out;
    }

    @Override
    public void load(float[] parameters, int offset) {
        System.arraycopy(parameters, offset, copied, 0, copied.length);
        weights.put(copied, 0, copied.length);
        System.arraycopy(parameters, offset + copied.length, bias, 0, out);
        Vectors.repeat(bias, out, biasOverTime, biasOverTime.length);
        if (turned != copied) {
            turn();
            flipped.put(turned, 0, turned.length);
        }
    }

    /** The weights with which the gradient of the input is the same kind of convolution: reversed in time, in and out swapped. */
    private void turn() {
        for (int k = 0; k < kernel; k++) {
            int from = (kernel - 1 - k) * in * out;
            for (int o = 0; o < out; o++) {
                int to = (k * out + o) * in;
                for (int i = 0; i < in; i++) {
                    turned[to + i] = copied[from + i * out + o];
                }
            }
        }
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        answer.shapeLike(block);
        input.resize(block.samples(), block.steps());
        product.resize(block.samples(), block.steps());
        for (int sample = 0; sample < block.samples(); sample++) {
            input.write(sample, block.of(sample));
        }
        convolve(input, weights, product);
        int n = block.steps() * out;
        for (int sample = 0; sample < block.samples(); sample++) {
            product.read(sample, scratch);
            if (relu) {
                Vectors.sumRelu(answer.of(sample), scratch, biasOverTime, n);
            } else {
                Vectors.sum(answer.of(sample), scratch, biasOverTime, n);
            }
            answer.clearPadding(sample);
        }
        return answer;
    }

    @Override
    public Activations backward(Activations gradient) {
        int n = answer.steps() * out;
        outputGradient.resize(answer.samples(), answer.steps());
        for (int sample = 0; sample < answer.samples(); sample++) {
            float[] values = gradient.of(sample);
            if (relu) {
                Vectors.maskByRelu(values, answer.of(sample), n);
            }
            outputGradient.write(sample, values);
        }
        int rows = outputGradient.phaseRows();
        for (int phase = 0; phase < kernel; phase++) {
            Blas.addTransposed(
                    kernel * in,
                    out,
                    rows,
                    input.input(phase),
                    input.stride(),
                    outputGradient.output(phase),
                    outputGradient.stride(),
                    sums,
                    out);
        }
        sums.position(sums.position() + copied.length);
        Blas.addColumnSums(outputGradient.allRows(), out, outputGradient.output(0), ones, sums);
        sums.position(sums.position() - copied.length);
        inputGradient.shapeLike(answer);
        if (!first) {
            inputProduct.resize(answer.samples(), answer.steps());
            convolve(outputGradient, flipped, inputProduct);
            for (int sample = 0; sample < answer.samples(); sample++) {
                inputProduct.read(sample, inputGradient.of(sample));
                inputGradient.clearPadding(sample);
            }
        }
        return inputGradient;
    }

    private void convolve(PaddedRows from, FloatPointer by, PaddedRows to) {
        for (int phase = 0; phase < kernel; phase++) {
            Blas.multiply(
                    Blas.Transposed.NONE,
                    from.phaseRows(),
                    to.channels(),
                    kernel * from.channels(),
                    from.input(phase),
                    from.stride(),
                    by,
                    to.channels(),
                    0f,
                    to.output(phase),
                    to.stride());
        }
    }

    @Override
    public void unload(float[] gradients, int offset) {
        float[] all = new float[copied.length + out];
        sums.get(all, 0, all.length);
        for (int i = 0; i < all.length; i++) {
            gradients[offset + i] += all[i];
        }
        sums.put(new float[all.length], 0, all.length);
    }

    @Override
    public void close() {
        arena.close();
    }

    private static float[] filled(int size) {
        float[] all = new float[size];
        java.util.Arrays.fill(all, 1f);
        return all;
    }
}
