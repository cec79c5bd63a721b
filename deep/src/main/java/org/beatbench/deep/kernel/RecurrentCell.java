package org.beatbench.deep.kernel;

/**
 * What happens at one time step of a recurrent layer, for all beats of a block at once. Arrays are feature-major: {@code
 * [unit × beats + beat]}.
 */
public enum RecurrentCell {

    /**
     * Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000): i, f, o = σ(·), g =
     * tanh(·), c' = f·c + i·g, h' = o·tanh(c').
     */
    LSTM(4) {
        @Override
        void forward(float[][] gates, State before, State after, float[] scratch, int n) {
            float[] i = gates[0];
            float[] f = gates[1];
            float[] g = gates[2];
            float[] o = gates[3];
            Vectors.sigmoid(i, n);
            Vectors.sigmoid(f, n);
            Vectors.tanh(g, n, 1f);
            Vectors.sigmoid(o, n);
            float[] remembered = before.memory();
            float[] memory = after.memory();
            for (int k = 0; k < n; k++) {
                memory[k] = f[k] * remembered[k];
            }
            for (int k = 0; k < n; k++) {
                memory[k] += i[k] * g[k];
            }
            System.arraycopy(memory, 0, scratch, 0, n);
            Vectors.tanh(scratch, n, 1f);
            Vectors.multiply(after.output(), o, scratch, n);
        }

        @Override
        void backward(float[][] gates, State before, State after, Flow flow, float[] scratch, int n) {
            float[] i = gates[0];
            float[] f = gates[1];
            float[] g = gates[2];
            float[] o = gates[3];
            float[] dh = flow.output();
            float[] dc = flow.memory();
            float[] remembered = before.memory();
            System.arraycopy(after.memory(), 0, scratch, 0, n);
            Vectors.tanh(scratch, n, 1f);
            for (int k = 0; k < n; k++) {
                dc[k] += dh[k] * o[k] * (1f - scratch[k] * scratch[k]);
            }
            for (int k = 0; k < n; k++) {
                o[k] = dh[k] * scratch[k] * o[k] * (1f - o[k]);
            }
            System.arraycopy(i, 0, scratch, 0, n);
            for (int k = 0; k < n; k++) {
                i[k] = dc[k] * g[k] * i[k] * (1f - i[k]);
            }
            for (int k = 0; k < n; k++) {
                g[k] = dc[k] * scratch[k] * (1f - g[k] * g[k]);
            }
            System.arraycopy(f, 0, scratch, 0, n);
            for (int k = 0; k < n; k++) {
                f[k] = dc[k] * remembered[k] * f[k] * (1f - f[k]);
            }
            Vectors.multiply(dc, dc, scratch, n);
            Vectors.clear(dh, n);
        }
    },

    /**
     * Gated recurrent unit (Cho et al. 2014) with the reset gate behind the matrix product, as cuDNN and PyTorch have it: r, z =
     * σ(·), ñ = tanh(x-part + r · h-part), h' = ñ + z·(h − ñ). The four blocks of products are r, z, h-part and x-part.
     */
    GRU(3) {
        @Override
        void forward(float[][] gates, State before, State after, float[] scratch, int n) {
            float[] r = gates[0];
            float[] z = gates[1];
            float[] hidden = gates[2];
            float[] candidate = gates[3];
            Vectors.sigmoid(r, n);
            Vectors.sigmoid(z, n);
            for (int k = 0; k < n; k++) {
                candidate[k] += r[k] * hidden[k];
            }
            Vectors.tanh(candidate, n, 1f);
            float[] past = before.output();
            float[] output = after.output();
            for (int k = 0; k < n; k++) {
                output[k] = candidate[k] + z[k] * (past[k] - candidate[k]);
            }
        }

        @Override
        void backward(float[][] gates, State before, State after, Flow flow, float[] scratch, int n) {
            float[] r = gates[0];
            float[] z = gates[1];
            float[] hidden = gates[2];
            float[] candidate = gates[3];
            float[] past = before.output();
            float[] dh = flow.output();
            System.arraycopy(z, 0, scratch, 0, n);
            for (int k = 0; k < n; k++) {
                z[k] = dh[k] * (past[k] - candidate[k]) * z[k] * (1f - z[k]);
            }
            for (int k = 0; k < n; k++) {
                candidate[k] = dh[k] * (1f - scratch[k]) * (1f - candidate[k] * candidate[k]);
            }
            Vectors.multiply(dh, dh, scratch, n);
            System.arraycopy(r, 0, scratch, 0, n);
            for (int k = 0; k < n; k++) {
                r[k] = candidate[k] * hidden[k] * r[k] * (1f - r[k]);
            }
            Vectors.multiply(hidden, candidate, scratch, n);
        }
    };

    /** Blocks of rows in the matrix that a step multiplies by. */
    static final int BLOCKS = 4;

    private final int gates;

    RecurrentCell(int gates) {
        this.gates = gates;
    }

    /** Gates that have weights of their own. */
    public int gates() {
        return gates;
    }

    /** The block of the matrix that a gate's weights on the input (or on the state before) belong to. */
    int block(int gate, boolean ofInput) {
        return this == GRU && gate == 2 && ofInput ? 3 : gate;
    }

    /** The block of the matrix that the n-th group of biases belongs to: for a GRU r, z, input part, hidden part. */
    int biasBlock(int group) {
        return this == GRU && group >= 2 ? 5 - group : group;
    }

    /** What a step leaves: the output and, in an LSTM, the memory. */
    @SuppressWarnings("ArrayRecordComponent") // Working memory, not a value.
    record State(float[] output, float[] memory) {}

    /** Gradients on their way back through time, of output and memory. */
    @SuppressWarnings("ArrayRecordComponent") // Working memory, not a value.
    record Flow(float[] output, float[] memory) {}

    /** From products (in {@code gates}, replaced by the gates' values) and the state before to the state after. */
    abstract void forward(float[][] gates, State before, State after, float[] scratch, int n);

    /**
     * From the gradients of the state after (in {@code flow}) to those of the products (replacing {@code gates}) and to what
     * reaches the state before without passing through a product (replacing {@code flow}).
     */
    abstract void backward(float[][] gates, State before, State after, Flow flow, float[] scratch, int n);
}
