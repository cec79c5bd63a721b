package org.beatbench.neighbours;

/**
 * How far apart two rows are. Sums are formed in the order of the samples, so the same rows always have the same distance, to the
 * last bit. What is compared while searching is the {@link #measured} distance: its square, where that spares a root.
 */
public enum RowDistance {
    /** The root of the summed squares of the differences, in double precision. */
    EUCLIDEAN {
        @Override
        double measured(float[] one, double size, float[] other, double otherSize) {
            double sum = 0;
            for (int i = 0; i < one.length; i++) {
                double difference = (double) one[i] - other[i];
                sum += difference * difference;
            }
            return sum;
        }

        @Override
        public double of(double measured) {
            return Math.sqrt(measured);
        }
    },
    /** The same in single precision, by which equally near rows are told apart less finely. */
    EUCLIDEAN_SINGLE {
        @Override
        double measured(float[] one, double size, float[] other, double otherSize) {
            float sum = 0;
            for (int i = 0; i < one.length; i++) {
                float difference = one[i] - other[i];
                sum += difference * difference;
            }
            return sum;
        }

        @Override
        public double of(double measured) {
            return Math.sqrt(measured);
        }
    },
    /** The summed absolute differences, in double precision. */
    MANHATTAN {
        @Override
        double measured(float[] one, double size, float[] other, double otherSize) {
            double sum = 0;
            for (int i = 0; i < one.length; i++) {
                sum += Math.abs((double) one[i] - other[i]);
            }
            return sum;
        }

        @Override
        double size(float[] row) {
            double sum = 0;
            for (float value : row) {
                sum += Math.abs((double) value);
            }
            return sum;
        }

        @Override
        Sketch sketch(int length) {
            return new StretchSketch(length);
        }
    },
    /** One less the cosine of the angle between the rows as vectors, in double precision; 1 if one of them is all zero. */
    COSINE {
        @Override
        double measured(float[] one, double size, float[] other, double otherSize) {
            double product = 0;
            for (int i = 0; i < one.length; i++) {
                product += (double) one[i] * other[i];
            }
            return 1 - (product == 0 ? 0 : product / (size * otherSize));
        }

        @Override
        Sketch sketch(int length) {
            return new FrequencySketch(length, true);
        }
    };

    /** The distance of two rows of one length. */
    public double between(float[] one, float[] other) {
        return of(measured(one, size(one), other, size(other)));
    }

    /** The distance that was measured. */
    public double of(double measured) {
        return measured;
    }

    /** A number that grows with the distance of two rows that have these {@link #size sizes}. */
    abstract double measured(float[] one, double size, float[] other, double otherSize);

    /** The norm of a row, its Euclidean one unless the distance is another's. */
    double size(float[] row) {
        double sum = 0;
        for (float value : row) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /** Sketches whose distances are never above this one. */
    Sketch sketch(int length) {
        return new FrequencySketch(length, false);
    }
}
