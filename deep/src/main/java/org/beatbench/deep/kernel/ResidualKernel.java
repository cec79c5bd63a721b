package org.beatbench.deep.kernel;

/**
 * A residual block (He et al. 2016) over time: convolution, ReLU, convolution, plus what came in, ReLU; with batch normalisation
 * behind each convolution where asked for, and a convolution of width one on the way past where the number of channels changes.
 *
 * <p>Parameters: those of the first convolution, its normalisation, the second convolution, its normalisation, the way past.
 */
public final class ResidualKernel implements Kernel {

    private final Kernel first;
    private final Kernel second;
    private final Kernel past;
    private final int secondOffset;
    private final int pastOffset;
    private final Activations answer;
    private final Activations inputGradient;
    private final int in;
    private final int out;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block
     * @param in channels of the input
     * @param out channels of the output
     * @param kernel time steps that a convolution sees, odd
     * @param normalised whether convolutions are followed by batch normalisation
     */
    public ResidualKernel(Extent extent, int in, int out, int kernel, boolean normalised) {
        this.in = in;
        this.out = out;
        if (normalised) {
            first = new Chain(
                    new ConvolutionKernel(extent, in, out, kernel, false, false),
                    ConvolutionKernel.parameters(in, out, kernel),
                    new BatchNormKernel(extent, out, true));
            second = new Chain(
                    new ConvolutionKernel(extent, out, out, kernel, false, false),
                    ConvolutionKernel.parameters(out, out, kernel),
                    new BatchNormKernel(extent, out, false));
        } else {
            first = new ConvolutionKernel(extent, in, out, kernel, true, false);
            second = new ConvolutionKernel(extent, out, out, kernel, false, false);
        }
        past = in == out ? new Identity() : new ConvolutionKernel(extent, in, out, 1, false, false);
        int normalisation = normalised ? BatchNormKernel.parameters(out) : 0;
        secondOffset = ConvolutionKernel.parameters(in, out, kernel) + normalisation;
        pastOffset = secondOffset + ConvolutionKernel.parameters(out, out, kernel) + normalisation;
        answer = new Activations(extent.samples(), extent.steps(), out);
        inputGradient = new Activations(extent.training() ? extent.samples() : 0, extent.steps(), in);
    }

    /** Number of parameters. */
    public static int parameters(int in, int out, int kernel, boolean normalised) {
        return ConvolutionKernel.parameters(in, out, kernel)
                + ConvolutionKernel.parameters(out, out, kernel)
                + (normalised ? 2 * BatchNormKernel.parameters(out) : 0)
                + (in == out ? 0 : ConvolutionKernel.parameters(in, out, 1));
    }

    @Override
    public void load(float[] parameters, int offset) {
        first.load(parameters, offset);
        second.load(parameters, offset + secondOffset);
        past.load(parameters, offset + pastOffset);
    }

    @Override
    public void unload(float[] gradients, int offset) {
        first.unload(gradients, offset);
        second.unload(gradients, offset + secondOffset);
        past.unload(gradients, offset + pastOffset);
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        answer.shapeLike(block);
        Activations through = second.forward(first.forward(block, pass), pass);
        Activations around = past.forward(block, pass);
        for (int sample = 0; sample < block.samples(); sample++) {
            Vectors.sumRelu(answer.of(sample), through.of(sample), around.of(sample), block.steps() * out);
        }
        return answer;
    }

    @Override
    public Activations backward(Activations gradient) {
        inputGradient.shapeLike(answer);
        for (int sample = 0; sample < answer.samples(); sample++) {
            Vectors.maskByRelu(gradient.of(sample), answer.of(sample), answer.steps() * out);
        }
        // the way past first, since the other way may overwrite what it was given
        Activations around = past.backward(gradient);
        for (int sample = 0; sample < answer.samples(); sample++) {
            System.arraycopy(around.of(sample), 0, inputGradient.of(sample), 0, answer.steps() * in);
        }
        Activations through = first.backward(second.backward(gradient));
        for (int sample = 0; sample < answer.samples(); sample++) {
            Vectors.add(inputGradient.of(sample), through.of(sample), answer.steps() * in);
        }
        return inputGradient;
    }

    @Override
    public void close() {
        first.close();
        second.close();
        past.close();
    }

    /** Two kernels as one. */
    private record Chain(Kernel inner, int innerParameters, Kernel outer) implements Kernel {

        @Override
        public Activations forward(Activations block, Pass pass) {
            return outer.forward(inner.forward(block, pass), pass);
        }

        @Override
        public Activations backward(Activations gradient) {
            return inner.backward(outer.backward(gradient));
        }

        @Override
        public void load(float[] parameters, int offset) {
            inner.load(parameters, offset);
            outer.load(parameters, offset + innerParameters);
        }

        @Override
        public void unload(float[] gradients, int offset) {
            inner.unload(gradients, offset);
            outer.unload(gradients, offset + innerParameters);
        }

        @Override
        public void close() {
            inner.close();
            outer.close();
        }
    }

    /** Passes everything on. */
    private static final class Identity implements Kernel {

        @Override
        public Activations forward(Activations block, Pass pass) {
            return block;
        }

        @Override
        public Activations backward(Activations gradient) {
            return gradient;
        }
    }
}
