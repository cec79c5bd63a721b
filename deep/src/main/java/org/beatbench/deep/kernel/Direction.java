package org.beatbench.deep.kernel;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A recurrent layer in one direction over time. Each step is a single matrix product of all weights with [state, input, 1], in
 * feature-major layout, so that what follows are plain loops over all units of all beats.
 *
 * <p>Backwards in time, a beat's state stays zero until its last step is reached; forwards, what is computed behind its end is
 * never looked at.
 *
 * <p>Parameters: input weights {@code [gate × units + unit][in]}, recurrent weights {@code [gate × units + unit][units]}, four
 * groups of biases {@code [group × units + unit]}.
 */
final class Direction implements AutoCloseable {

    private final RecurrentCell cell;
    private final boolean reversed;
    private final int in;
    private final int units;
    private final int depth;
    private final int capacitySteps;
    private final int capacityBeats;
    private final boolean training;

    private final Arena arena = new Arena();
    private final FloatPointer weights;
    private final FloatPointer sums;
    private final FloatPointer inputs;
    private final FloatPointer cursor;
    private final FloatPointer products;
    private final FloatPointer gradients;

    private final float[] matrix;
    private final float[][][] gates;
    private final RecurrentCell.State[] states;
    private final RecurrentCell.State initial;
    private final float[] scratch;
    private final float[] mask;
    private final float[] back;
    private final float[] inputPart;
    private final RecurrentCell.Flow flow;
    private int beats;
    private int steps;
    private int[] lengths = new int[0];

    Direction(Extent extent, RecurrentCell cell, boolean reversed, int in, int units) {
        this.cell = cell;
        this.reversed = reversed;
        this.in = in;
        this.units = units;
        this.depth = units + in + 1;
        this.training = extent.training();
        this.capacitySteps = extent.steps();
        this.capacityBeats = extent.samples();
        int rows = RecurrentCell.BLOCKS * units;
        int n = units * capacityBeats;
        int remembered = training ? capacitySteps : 1;
        weights = arena.floats(rows * depth);
        sums = arena.floats(training ? rows * depth : 0);
        inputs = arena.floats(remembered * depth * capacityBeats);
        cursor = Arena.at(inputs, 0);
        products = arena.floats(rows * capacityBeats);
        gradients = arena.floats(training ? (units + in) * capacityBeats : 0);
        matrix = new float[rows * depth];
        gates = new float[remembered][RecurrentCell.BLOCKS][n];
        states = new RecurrentCell.State[capacitySteps];
        boolean memory = cell == RecurrentCell.LSTM;
        for (int step = 0; step < capacitySteps; step++) {
            states[step] = new RecurrentCell.State(new float[n], new float[memory ? n : 0]);
        }
        initial = new RecurrentCell.State(new float[n], new float[n]);
        scratch = new float[n];
        mask = new float[n];
        back = new float[(units + in) * capacityBeats];
        inputPart = new float[in * capacityBeats];
        flow = new RecurrentCell.Flow(new float[n], new float[memory ? n : 0]);
    }

    static int parameters(RecurrentCell cell, int in, int units) {
        return cell.gates() * units * (in + units) + RecurrentCell.BLOCKS * units;
    }

    void load(float[] parameters, int offset) {
        Arrays.fill(matrix, 0f);
        move(parameters, offset, true);
        weights.put(matrix, 0, matrix.length);
    }

    void unload(float[] into, int offset) {
        sums.get(matrix, 0, matrix.length);
        move(into, offset, false);
        sums.put(new float[matrix.length], 0, matrix.length);
    }

    /** Parameters to their places in the matrix, or what stands there added to the parameters. */
    private void move(float[] parameters, int offset, boolean toMatrix) {
        int at = offset;
        for (int row = 0; row < cell.gates() * units; row++, at += in) {
            int place = (cell.block(row / units, true) * units + row % units) * depth + units;
            move(parameters, at, place, in, toMatrix);
        }
        for (int row = 0; row < cell.gates() * units; row++, at += units) {
            int place = (cell.block(row / units, false) * units + row % units) * depth;
            move(parameters, at, place, units, toMatrix);
        }
        for (int row = 0; row < RecurrentCell.BLOCKS * units; row++, at++) {
            int place = (cell.biasBlock(row / units) * units + row % units) * depth + depth - 1;
            move(parameters, at, place, 1, toMatrix);
        }
    }

    private void move(float[] parameters, int at, int place, int count, boolean toMatrix) {
        if (toMatrix) {
            System.arraycopy(parameters, at, matrix, place, count);
        } else {
            for (int i = 0; i < count; i++) {
                parameters[at + i] += matrix[place + i];
            }
        }
    }

    /**
     * Runs over a block.
     *
     * @param values for each step the input, feature-major
     */
    void forward(float[][] values, int ofBeats, int ofSteps, int[] ofLengths) {
        if (beats != ofBeats) {
            beats = ofBeats;
            float[] ones = new float[beats];
            Arrays.fill(ones, 1f);
            for (int step = 0; step < gates.length; step++) {
                input(step, depth - 1).put(ones, 0, beats);
            }
        }
        steps = ofSteps;
        lengths = ofLengths;
        int n = units * beats;
        for (int turn = 0; turn < steps; turn++) {
            int step = step(turn);
            int place = training ? step : 0;
            RecurrentCell.State before = before(turn);
            input(place, 0).put(before.output(), 0, n);
            input(place, units).put(values[step], 0, in * beats);
            Blas.multiply(
                    Blas.Transposed.NONE,
                    RecurrentCell.BLOCKS * units,
                    beats,
                    depth,
                    weights,
                    depth,
                    input(place, 0),
                    beats,
                    0f,
                    products,
                    beats);
            readProducts(gates[place], n);
            cell.forward(gates[place], before, states[step], scratch, n);
            if (reversed && masks(step)) {
                Vectors.multiply(states[step].output(), states[step].output(), mask, n);
                if (cell == RecurrentCell.LSTM) {
                    Vectors.multiply(states[step].memory(), states[step].memory(), mask, n);
                }
            }
        }
    }

    /** The output of a step, feature-major. */
    float[] output(int step) {
        return states[step].output();
    }

    /**
     * Runs back over the block of the last forward pass, once.
     *
     * @param outputGradients for each step the gradient of the output, feature-major
     * @param inputGradients for each step what is to be increased by the gradient of the input; empty if nobody wants it
     */
    void backward(float[][] outputGradients, float[][] inputGradients) {
        int n = units * beats;
        boolean wanted = inputGradients.length > 0;
        Vectors.clear(flow.output(), n);
        Vectors.clear(flow.memory(), flow.memory().length);
        for (int turn = steps - 1; turn >= 0; turn--) {
            int step = step(turn);
            Vectors.add(flow.output(), outputGradients[step], n);
            if (reversed && masks(step)) {
                Vectors.multiply(flow.output(), flow.output(), mask, n);
                if (cell == RecurrentCell.LSTM) {
                    Vectors.multiply(flow.memory(), flow.memory(), mask, n);
                }
            }
            cell.backward(gates[step], before(turn), states[step], flow, scratch, n);
            writeProducts(gates[step], n);
            Blas.multiply(
                    Blas.Transposed.B,
                    RecurrentCell.BLOCKS * units,
                    depth,
                    beats,
                    products,
                    beats,
                    input(step, 0),
                    beats,
                    1f,
                    sums,
                    depth);
            int rows = wanted ? units + in : units;
            if (turn > 0 || wanted) {
                Blas.multiply(
                        Blas.Transposed.A,
                        rows,
                        beats,
                        RecurrentCell.BLOCKS * units,
                        weights,
                        depth,
                        products,
                        beats,
                        0f,
                        gradients,
                        beats);
                gradients.get(back, 0, rows * beats);
                Vectors.add(flow.output(), back, n);
                if (wanted) {
                    System.arraycopy(back, n, inputPart, 0, in * beats);
                    Vectors.add(inputGradients[step], inputPart, in * beats);
                }
            }
        }
    }

    private int step(int turn) {
        return reversed ? steps - 1 - turn : turn;
    }

    private RecurrentCell.State before(int turn) {
        return turn == 0 ? initial : states[step(turn - 1)];
    }

    /** Whether some beat has ended before a step; if so, {@link #mask} is zero for those and one for the others. */
    private boolean masks(int step) {
        boolean any = false;
        for (int beat = 0; beat < beats; beat++) {
            boolean ended = step >= lengths[beat];
            mask[beat] = ended ? 0f : 1f;
            any |= ended;
        }
        if (any) {
            Vectors.repeat(Arrays.copyOf(mask, beats), beats, mask, units * beats);
        }
        return any;
    }

    private void readProducts(float[][] to, int n) {
        long start = products.position();
        for (int block = 0; block < RecurrentCell.BLOCKS; block++) {
            products.position(start + (long) block * n).get(to[block], 0, n);
        }
        products.position(start);
    }

    private void writeProducts(float[][] from, int n) {
        long start = products.position();
        for (int block = 0; block < RecurrentCell.BLOCKS; block++) {
            products.position(start + (long) block * n).put(from[block], 0, n);
        }
        products.position(start);
    }

    private FloatPointer input(int step, int row) {
        return cursor.position(inputs.position() + (long) step * depth * capacityBeats + (long) row * beats);
    }

    @Override
    public void close() {
        arena.close();
    }
}
