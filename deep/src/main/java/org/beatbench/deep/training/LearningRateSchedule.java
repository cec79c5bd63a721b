package org.beatbench.deep.training;

/** How the learning rate goes after warm-up, as a share of its highest value. */
public enum LearningRateSchedule {
    /** Stays. */
    CONSTANT {
        @Override
        double share(double done) {
            return 1;
        }
    },
    /** Falls to nothing along half a cosine (Loshchilov and Hutter 2017). */
    COSINE {
        @Override
        double share(double done) {
            return (1 + Math.cos(Math.PI * done)) / 2;
        }
    },
    /** Falls to nothing in a straight line. */
    LINEAR {
        @Override
        double share(double done) {
            return 1 - done;
        }
    };

    /** The share when a part of the steps after warm-up is done, 0..1. */
    abstract double share(double done);
}
