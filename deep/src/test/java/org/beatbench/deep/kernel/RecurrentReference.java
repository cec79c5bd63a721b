package org.beatbench.deep.kernel;

import java.util.Arrays;

/**
 * Recurrent layers as the manual of PyTorch writes them down ({@code torch.nn.LSTM}, {@code torch.nn.GRU}), with a single bias
 * where PyTorch has two that are only ever added up. The reverse direction is the same, over the beat read from its end.
 */
record RecurrentReference(RecurrentCell cell, int in, int units, boolean bidirectional, boolean atEnd)
        implements Reference {

    @Override
    public double[][][] answer(double[][][] input, double[] parameters, Kinks kinks) {
        double[][][] answer = new double[input.length][][];
        for (int beat = 0; beat < input.length; beat++) {
            int steps = input[beat].length;
            double[][] forwards = run(input[beat], new Weights(parameters, 0));
            double[][] backwards = bidirectional
                    ? reversed(run(reversed(input[beat]), new Weights(parameters, size())))
                    : new double[steps][0];
            answer[beat] = atEnd ? new double[1][] : new double[steps][];
            for (int t = 0; t < answer[beat].length; t++) {
                answer[beat][t] = joined(forwards[atEnd ? steps - 1 : t], backwards[t]);
            }
        }
        return answer;
    }

    private int gates() {
        return cell == RecurrentCell.LSTM ? 4 : 3;
    }

    private int size() {
        return gates() * units * (in + units) + 4 * units;
    }

    private double[][] run(double[][] x, Weights w) {
        double[][] states = new double[x.length][];
        double[] h = new double[units];
        double[] c = new double[units];
        for (int t = 0; t < x.length; t++) {
            double[] next = new double[units];
            for (int u = 0; u < units; u++) {
                if (cell == RecurrentCell.LSTM) {
                    double i = sigmoid(w.input(0, u, x[t]) + w.recurrent(0, u, h) + w.bias(0, u));
                    double f = sigmoid(w.input(1, u, x[t]) + w.recurrent(1, u, h) + w.bias(1, u));
                    double g = Math.tanh(w.input(2, u, x[t]) + w.recurrent(2, u, h) + w.bias(2, u));
                    double o = sigmoid(w.input(3, u, x[t]) + w.recurrent(3, u, h) + w.bias(3, u));
                    c[u] = f * c[u] + i * g;
                    next[u] = o * Math.tanh(c[u]);
                } else {
                    double r = sigmoid(w.input(0, u, x[t]) + w.recurrent(0, u, h) + w.bias(0, u));
                    double z = sigmoid(w.input(1, u, x[t]) + w.recurrent(1, u, h) + w.bias(1, u));
                    double n =
                            Math.tanh(w.input(2, u, x[t]) + w.bias(2, u) + r * (w.recurrent(2, u, h) + w.bias(3, u)));
                    next[u] = (1 - z) * n + z * h[u];
                }
            }
            h = next;
            states[t] = h;
        }
        return states;
    }

    private static double sigmoid(double value) {
        return 1 / (1 + Math.exp(-value));
    }

    private static double[][] reversed(double[][] steps) {
        double[][] reversed = new double[steps.length][];
        Arrays.setAll(reversed, t -> steps[steps.length - 1 - t]);
        return reversed;
    }

    private static double[] joined(double[] a, double[] b) {
        double[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    /** The parameters of one direction: all input weights, all recurrent weights, all biases, unit by unit in each gate. */
    private final class Weights {

        private final double[] all;
        private final int offset;

        Weights(double[] all, int offset) {
            this.all = all;
            this.offset = offset;
        }

        double input(int gate, int unit, double[] x) {
            return product(offset + (gate * units + unit) * in, x);
        }

        double recurrent(int gate, int unit, double[] h) {
            return product(offset + gates() * units * in + (gate * units + unit) * units, h);
        }

        double bias(int group, int unit) {
            return all[offset + gates() * units * (in + units) + group * units + unit];
        }

        private double product(int from, double[] values) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += all[from + i] * values[i];
            }
            return sum;
        }
    }
}
