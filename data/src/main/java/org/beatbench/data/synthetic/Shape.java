package org.beatbench.data.synthetic;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a heartbeat looks like.
 *
 * @param atrium the deflections before the QRS complex: the P wave or the spike of a pacemaker
 * @param ventricle all others
 */
record Shape(List<Wave> atrium, List<Wave> ventricle) {

    Shape {
        atrium = List.copyOf(atrium);
        ventricle = List.copyOf(ventricle);
    }

    Stream<Wave> waves() {
        return Stream.concat(atrium.stream(), ventricle.stream());
    }

    Shape mapAtrium(UnaryOperator<Wave> change) {
        return new Shape(atrium.stream().map(change).toList(), ventricle);
    }

    Shape mapVentricle(UnaryOperator<Wave> change) {
        return new Shape(atrium, ventricle.stream().map(change).toList());
    }

    /** Two beats that reach the ventricles at once: {@code share} of this one, the rest of the other, this one's P wave. */
    Shape fusedWith(Shape other, double share) {
        return new Shape(
                atrium,
                Stream.concat(
                                ventricle.stream().map(wave -> wave.times(share)),
                                other.ventricle.stream().map(wave -> wave.times(1 - share)))
                        .toList());
    }
}
