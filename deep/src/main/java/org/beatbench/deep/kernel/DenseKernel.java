package org.beatbench.deep.kernel;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A fully connected layer over all values of a beat, and a ReLU after it where asked for.
 *
 * <p>Parameters as in DL4J's dense layer: weights {@code [out][in]}, then a bias per output.
 */
public final class DenseKernel implements Kernel {

    private final int in;
    private final int out;
    private final boolean relu;
    private final Arena arena = new Arena();
    private final FloatPointer weights;
    private final FloatPointer input;
    private final FloatPointer product;
    private final FloatPointer back;
    private final FloatPointer sums;
    private final float[] matrix;
    private final float[] bias;
    private final float[] biasSums;
    private final Activations answer;
    private final Activations inputGradient;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block; its steps are 1
     * @param in values per beat that come in
     * @param out values per beat that go out
     * @param relu whether a ReLU follows
     */
    public DenseKernel(Extent extent, int in, int out, boolean relu) {
        this.in = in;
        this.out = out;
        this.relu = relu;
        int samples = extent.samples();
        weights = arena.floats(in * out);
        input = arena.floats(samples * in);
        product = arena.floats(samples * out);
        back = arena.floats(extent.training() ? samples * in : 0);
        sums = arena.floats(extent.training() ? in * out : 0);
        matrix = new float[in * out];
        bias = new float[out];
        biasSums = new float[out];
        answer = new Activations(samples, 1, out);
        inputGradient = new Activations(extent.training() ? samples : 0, 1, in);
    }

    @Override
    public void load(float[] parameters, int offset) {
        System.arraycopy(parameters, offset, matrix, 0, matrix.length);
        weights.put(matrix, 0, matrix.length);
        System.arraycopy(parameters, offset + matrix.length, bias, 0, out);
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        int samples = block.samples();
        answer.resize(samples, 1);
        write(block, in, input);
        Blas.multiply(Blas.Transposed.B, samples, out, in, input, in, weights, in, 0f, product, out);
        read(product, out, answer);
        for (int sample = 0; sample < samples; sample++) {
            answer.setLength(sample, 1);
            if (relu) {
                Vectors.sumRelu(answer.of(sample), answer.of(sample), bias, out);
            } else {
                Vectors.add(answer.of(sample), bias, out);
            }
        }
        return answer;
    }

    @Override
    public Activations backward(Activations gradient) {
        int samples = answer.samples();
        for (int sample = 0; sample < samples; sample++) {
            if (relu) {
                Vectors.maskByRelu(gradient.of(sample), answer.of(sample), out);
            }
            Vectors.add(biasSums, gradient.of(sample), out);
        }
        write(gradient, out, product);
        Blas.addTransposed(out, in, samples, product, out, input, in, sums, in);
        Blas.multiply(Blas.Transposed.NONE, samples, in, out, product, out, weights, in, 0f, back, in);
        inputGradient.shapeLike(answer);
        read(back, in, inputGradient);
        return inputGradient;
    }

    private static void write(Activations from, int width, FloatPointer to) {
        long start = to.position();
        for (int sample = 0; sample < from.samples(); sample++) {
            to.position(start + (long) sample * width).put(from.of(sample), 0, width);
        }
        to.position(start);
    }

    private static void read(FloatPointer from, int width, Activations to) {
        long start = from.position();
        for (int sample = 0; sample < to.samples(); sample++) {
            from.position(start + (long) sample * width).get(to.of(sample), 0, width);
        }
        from.position(start);
    }

    @Override
    public void unload(float[] gradients, int offset) {
        float[] all = new float[in * out];
        sums.get(all, 0, all.length);
        for (int i = 0; i < all.length; i++) {
            gradients[offset + i] += all[i];
        }
        for (int i = 0; i < out; i++) {
            gradients[offset + all.length + i] += biasSums[i];
        }
        Arrays.fill(biasSums, 0f);
        sums.put(new float[all.length], 0, all.length);
    }

    @Override
    public void close() {
        arena.close();
    }
}
