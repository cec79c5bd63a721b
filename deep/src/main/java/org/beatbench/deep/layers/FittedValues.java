package org.beatbench.deep.layers;

import java.util.Map;
import org.beatbench.api.Rows;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies of the parameters of a layer at work, by their keys. */
final class FittedValues {

    private final Map<String, INDArray> parameters;

    FittedValues(Map<String, INDArray> parameters) {
        this.parameters = parameters;
    }

    /** A group of parameters: of a matrix its rows, of what has more dimensions a row for each place in the first. */
    Rows of(String key) {
        INDArray values = array(key);
        return Rows.of(values.dup('c').data().asFloat(), Math.toIntExact(values.length() / values.size(0)));
    }

    /** A matrix, its columns as rows. */
    Rows turned(String key) {
        INDArray values = array(key).transpose();
        return Rows.of(values.dup('c').data().asFloat(), Math.toIntExact(values.size(1)));
    }

    /** Groups that are one row each, one behind the other. */
    Rows joined(String... keys) {
        int size = 0;
        for (String key : keys) {
            size += Math.toIntExact(array(key).length());
        }
        float[] all = new float[size];
        int at = 0;
        for (String key : keys) {
            float[] part = array(key).dup('c').data().asFloat();
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return Rows.of(all, size);
    }

    private INDArray array(String key) {
        INDArray values = parameters.get(key);
        if (values == null) {
            throw new IllegalArgumentException("no parameter " + key + " among " + parameters.keySet());
        }
        return values;
    }
}
