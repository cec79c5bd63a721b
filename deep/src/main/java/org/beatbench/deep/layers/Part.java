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
 * @param initial what it starts as, unless the layer's weight initialisation draws it
 * @param shape dimensions, the last varying fastest
 */
record Part(String key, Role role, double fanIn, double fanOut, float initial, Shape shape) {

    /** What parameters are for. */
    enum Role {
        /** Learned, decays, drawn at random. */
        WEIGHT,
        /** Learned, does not decay. */
        BIAS,
        /** Follows the data, is not learned. */
        STATISTIC
    }

    /** Dimensions, the last varying fastest. */
    record Shape(int rows, int columns) {
        int size() {
            return rows * columns;
        }
    }

    static Part weight(String key, double fanIn, double fanOut, int rows, int columns) {
        return new Part(key, Role.WEIGHT, fanIn, fanOut, 0f, new Shape(rows, columns));
    }

    static Part bias(String key, int size, float initial) {
        return new Part(key, Role.BIAS, 1, 1, initial, new Shape(1, size));
    }

    static Part statistic(String key, int size, float initial) {
        return new Part(key, Role.STATISTIC, 1, 1, initial, new Shape(1, size));
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
        if (role == Role.WEIGHT) {
            INDArray drawn = view.ulike();
            weights.init(fanIn, fanOut, new long[] {shape.rows(), shape.columns()}, 'c', drawn.reshape(drawn.length()));
            view.assign(drawn);
        } else {
            view.assign(initial);
        }
    }

    /** The parts' sizes added up. */
    static int size(Iterable<Part> parts) {
        int size = 0;
        for (Part part : parts) {
            size += part.size();
        }
        return size;
    }

    /** These parts, in order, with a prefix to their keys. */
    static Part[] prefixed(String prefix, Part... parts) {
        return Arrays.stream(parts)
                .map(part -> new Part(prefix + part.key, part.role, part.fanIn, part.fanOut, part.initial, part.shape))
                .toArray(Part[]::new);
    }
}
