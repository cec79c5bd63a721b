package org.beatbench.deep.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One of a layer's groups of parameters, by its place in the layer's flat array.
 *
 * @param key name, unique in the layer
 * @param role what it is for
 * @param fanIn values that go into one output, for the scale of the initial weights
 * @param fanOut outputs that one value goes to
 * @param drawn whether the layer's weight initialisation draws what it starts as
 * @param initial what it starts as otherwise
 * @param shape dimensions, the last varying fastest
 */
record ParameterGroup(String key, Role role, double fanIn, double fanOut, boolean drawn, float initial, Shape shape) {

    /** What parameters are for. */
    enum Role {
        /** Learned, decays. */
        WEIGHT,
        /** Learned, does not decay. */
        BIAS,
        /** Follows the data, is not learned. */
        STATISTIC
    }

    /** Dimensions, the last varying fastest. */
    record Shape(int rows, int columns) {
        int size() {
            return Math.multiplyExact(rows, columns);
        }
    }

    static ParameterGroup weight(String key, double fanIn, double fanOut, int rows, int columns) {
        return new ParameterGroup(key, Role.WEIGHT, fanIn, fanOut, true, 0f, new Shape(rows, columns));
    }

    static ParameterGroup bias(String key, int size, float initial) {
        return new ParameterGroup(key, Role.BIAS, 1, 1, false, initial, new Shape(1, size));
    }

    static ParameterGroup statistic(String key, int size, float initial) {
        return new ParameterGroup(key, Role.STATISTIC, 1, 1, false, initial, new Shape(1, size));
    }

    /** This part, starting at zero. */
    ParameterGroup zeroed() {
        return new ParameterGroup(key, role, fanIn, fanOut, false, 0f, shape);
    }

    int size() {
        return shape.size();
    }

    /** The view of this part in a layer's flat array. */
    INDArray view(INDArray flat, int offset) {
        return flat.reshape(flat.length())
                .get(NDArrayIndex.interval(offset, offset + size()))
                .reshape('c', shape.rows(), shape.columns());
    }

    /** Gives a view its first values. */
    void initialise(INDArray view, IWeightInit weights) {
        if (drawn) {
            INDArray values = view.ulike();
            weights.init(
                    fanIn, fanOut, new long[] {shape.rows(), shape.columns()}, 'c', values.reshape(values.length()));
            view.assign(values);
        } else {
            view.assign(initial);
        }
    }

    /** The parts' sizes added up. */
    static int size(Iterable<ParameterGroup> parts) {
        int size = 0;
        for (ParameterGroup part : parts) {
            size = Math.addExact(size, part.size());
        }
        return size;
    }

    /** These parts, in order, with a prefix to their keys. */
    static ParameterGroup[] prefixed(String prefix, ParameterGroup... parts) {
        return Arrays.stream(parts)
                .map(part -> new ParameterGroup(
                        prefix + part.key, part.role, part.fanIn, part.fanOut, part.drawn, part.initial, part.shape))
                .toArray(ParameterGroup[]::new);
    }
}
