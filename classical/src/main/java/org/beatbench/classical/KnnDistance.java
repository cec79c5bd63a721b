package org.beatbench.classical;

import java.util.Arrays;
import org.beatbench.neighbours.RowDistance;
import org.tribuo.math.distance.CosineDistance;
import org.tribuo.math.distance.Distance;
import org.tribuo.math.distance.L1Distance;
import org.tribuo.math.distance.L2Distance;

/** How far apart two beats are. */
public enum KnnDistance {
    /** The root of the summed squares of the differences. */
    L2(RowDistance.EUCLIDEAN) {
        @Override
        Distance tribuo() {
            return new L2Distance();
        }
    },
    /** The summed absolute differences. */
    L1(RowDistance.MANHATTAN) {
        @Override
        Distance tribuo() {
            return new L1Distance();
        }
    },
    /** One less the cosine of the angle between the beats as vectors; 1 if one of them is all zero. */
    COSINE(RowDistance.COSINE) {
        @Override
        Distance tribuo() {
            return new CosineDistance();
        }
    };

    private final RowDistance distance;

    KnnDistance(RowDistance distance) {
        this.distance = distance;
    }

    /** The distance to search by: in the order of Tribuo's own vectors, and so equal to {@link #tribuo} to the last bit. */
    RowDistance distance() {
        return distance;
    }

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
}
