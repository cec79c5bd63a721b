package org.beatbench.classical;

import java.util.Arrays;
import org.tribuo.math.distance.CosineDistance;
import org.tribuo.math.distance.Distance;
import org.tribuo.math.distance.L1Distance;
import org.tribuo.math.distance.L2Distance;

/**
 * How far apart two beats are. Distances are computed in double precision and in the order of Tribuo's own vectors, and so
 * are equal to Tribuo's to the last bit.
 */
public enum KnnDistance {
    /** The root of the summed squares of the differences. */
    L2 {
        @Override
        Distance tribuo() {
            return new L2Distance();
        }

        @Override
        double between(float[] a, int atA, double sizeA, float[] b, int atB, double sizeB, int length) {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                double difference = (double) a[atA + i] - b[atB + i];
                sum += difference * difference;
            }
            return Math.sqrt(sum);
        }

        @Override
        Sketch sketch(int length) {
            return new FrequencySketch(length, false);
        }
    },
    /** The summed absolute differences. */
    L1 {
        @Override
        Distance tribuo() {
            return new L1Distance();
        }

        @Override
        double size(float[] rows, int at, int length) {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += Math.abs((double) rows[at + i]);
            }
            return sum;
        }

        @Override
        double between(float[] a, int atA, double sizeA, float[] b, int atB, double sizeB, int length) {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += Math.abs((double) a[atA + i] - b[atB + i]);
            }
            return sum;
        }

        @Override
        Sketch sketch(int length) {
            return new StretchSketch(length);
        }
    },
    /** One less the cosine of the angle between the beats as vectors; 1 if one of them is all zero. */
    COSINE {
        @Override
        Distance tribuo() {
            return new CosineDistance();
        }

        @Override
        double between(float[] a, int atA, double sizeA, float[] b, int atB, double sizeB, int length) {
            double product = 0;
            for (int i = 0; i < length; i++) {
                product += (double) a[atA + i] * b[atB + i];
            }
            return 1 - (product == 0 ? 0 : product / (sizeA * sizeB));
        }

        @Override
        Sketch sketch(int length) {
            return new FrequencySketch(length, true);
        }
    };

    abstract Distance tribuo();

    /**
     * The distance that a class of Tribuo computes.
     *
     * @throws IllegalArgumentException if none of these does
     */
    static KnnDistance of(String tribuoClass) {
        return Arrays.stream(values())
                .filter(distance -> distance.tribuo().getClass().getName().equals(tribuoClass))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown distance " + tribuoClass));
    }

    /** The distance of two beats that begin at {@code atA} and {@code atB} and have these {@link #size sizes}. */
    abstract double between(float[] a, int atA, double sizeA, float[] b, int atB, double sizeB, int length);

    /** The norm of a beat, its Euclidean one unless the distance is another's. */
    double size(float[] rows, int at, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) rows[at + i] * rows[at + i];
        }
        return Math.sqrt(sum);
    }

    /** Sketches whose distances are never above this one. */
    abstract Sketch sketch(int length);
}
