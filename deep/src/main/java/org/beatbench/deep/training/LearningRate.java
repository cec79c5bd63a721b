package org.beatbench.deep.training;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * The learning rate at every step: rising in a straight line while warming up, then as the schedule says.
 *
 * @param highest the rate at the end of warm-up
 * @param schedule how it goes on
 * @param warmUpSteps steps until the highest rate
 * @param steps steps in all
 */
record LearningRate(double highest, LearningRateSchedule schedule, long warmUpSteps, long steps) implements ISchedule {

    private static final long serialVersionUID = 1L;

    @Override
    public double valueAt(int iteration, int epoch) {
        if (iteration < warmUpSteps) {
            return highest * (iteration + 1) / warmUpSteps;
        }
        double done = (double) (iteration - warmUpSteps) / Math.max(1, steps - warmUpSteps);
        return highest * schedule.share(Math.min(1, done));
    }

    /** A schedule does not change, so it is its own copy. */
    @Override
    public ISchedule clone() {
        return this;
    }
}
