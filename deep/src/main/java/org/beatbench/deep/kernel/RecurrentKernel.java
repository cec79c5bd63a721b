package org.beatbench.deep.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * A GRU or LSTM over time, in one direction or both, that answers the state after every step or the state at the end: that of
 * the last step of each beat and, backwards, that of its first.
 */
public final class RecurrentKernel implements Kernel {

    private static final float[][] NOBODY = new float[0][];

    private final RecurrentCell cell;
    private final int in;
    private final int units;
    private final boolean atEnd;
    private final boolean first;
    private final List<Direction> directions = new ArrayList<>();
    private final Activations answer;
    private final Activations inputGradient;
    private final float[][] inputs;
    private final float[][] gradients;
    private final int[] lengths;
    private int steps;

    /**
     * A kernel for one thread.
     *
     * @param extent the largest block
     * @param cell what happens at a step
     * @param in channels of the input
     * @param units size of the state in each direction
     * @param bidirectional whether a second direction runs from the end to the beginning; its state stands behind the first's
     * @param atEnd whether only the state at the end is wanted
     * @param first whether nobody wants the gradient of the input
     */
    public RecurrentKernel(
            Extent extent, RecurrentCell cell, int in, int units, boolean bidirectional, boolean atEnd, boolean first) {
        this.cell = cell;
        this.in = in;
        this.units = units;
        this.atEnd = atEnd;
        this.first = first;
        directions.add(new Direction(extent, cell, false, in, units));
        if (bidirectional) {
            directions.add(new Direction(extent, cell, true, in, units));
        }
        int beats = extent.samples();
        answer = new Activations(beats, atEnd ? 1 : extent.steps(), directions.size() * units);
        inputGradient = new Activations(extent.training() && !first ? beats : 0, extent.steps(), in);
        inputs = new float[extent.steps()][in * beats];
        gradients = new float[extent.training() ? extent.steps() : 0][units * beats];
        lengths = new int[beats];
    }

    /** Number of parameters. */
    public static int parameters(RecurrentCell cell, int in, int units, boolean bidirectional) {
        return Direction.parameters(cell, in, units) * (bidirectional ? 2 : 1);
    }

    @Override
    public void load(float[] parameters, int offset) {
        for (int i = 0; i < directions.size(); i++) {
            directions.get(i).load(parameters, offset + i * Direction.parameters(cell, in, units));
        }
    }

    @Override
    public void unload(float[] into, int offset) {
        for (int i = 0; i < directions.size(); i++) {
            directions.get(i).unload(into, offset + i * Direction.parameters(cell, in, units));
        }
    }

    @Override
    public Activations forward(Activations block, Pass pass) {
        int beats = block.samples();
        steps = block.steps();
        answer.resize(beats, atEnd ? 1 : steps);
        for (int beat = 0; beat < beats; beat++) {
            lengths[beat] = block.length(beat);
            answer.setLength(beat, atEnd ? 1 : lengths[beat]);
            Transposition.toFeatures(block.of(beat), steps, in, inputs, beat, beats);
        }
        for (int i = 0; i < directions.size(); i++) {
            directions.get(i).forward(inputs, beats, steps, lengths);
            for (int beat = 0; beat < beats; beat++) {
                collect(i, beat, beats);
            }
        }
        return answer;
    }

    private void collect(int direction, int beat, int beats) {
        Direction from = directions.get(direction);
        float[] to = answer.of(beat);
        int width = answer.channels();
        if (atEnd) {
            Transposition.fromFeatures(from.output(endOf(direction, beat)), beat, beats, to, direction * units, units);
        } else {
            for (int step = 0; step < lengths[beat]; step++) {
                Transposition.fromFeatures(from.output(step), beat, beats, to, step * width + direction * units, units);
            }
            answer.clearPadding(beat);
        }
    }

    private int endOf(int direction, int beat) {
        return direction == 0 ? lengths[beat] - 1 : 0;
    }

    @Override
    public Activations backward(Activations gradient) {
        int beats = answer.samples();
        for (int step = 0; step < steps && !first; step++) {
            Vectors.clear(inputs[step], in * beats);
        }
        for (int i = 0; i < directions.size(); i++) {
            for (int step = 0; step < steps; step++) {
                Vectors.clear(gradients[step], units * beats);
            }
            for (int beat = 0; beat < beats; beat++) {
                spread(i, beat, beats, gradient.of(beat));
            }
            directions.get(i).backward(gradients, first ? NOBODY : inputs);
        }
        if (!first) {
            inputGradient.resize(beats, steps);
            for (int beat = 0; beat < beats; beat++) {
                inputGradient.setLength(beat, lengths[beat]);
                Transposition.toTime(inputs, beat, beats, inputGradient.of(beat), steps, in);
                inputGradient.clearPadding(beat);
            }
        }
        return inputGradient;
    }

    private void spread(int direction, int beat, int beats, float[] from) {
        int width = answer.channels();
        if (atEnd) {
            Transposition.toFeatures(from, direction * units, units, gradients[endOf(direction, beat)], beat, beats);
        } else {
            for (int step = 0; step < lengths[beat]; step++) {
                Transposition.toFeatures(from, step * width + direction * units, units, gradients[step], beat, beats);
            }
        }
    }

    @Override
    public void close() {
        directions.forEach(Direction::close);
    }
}
