package org.beatbench.deep.training;

import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.schedule.ISchedule;

/** How a gradient becomes a step: ND4J's updaters, but for Nadam. */
public enum Optimiser {
    /** Kingma and Ba 2015. */
    ADAM {
        @Override
        IUpdater updater(ISchedule schedule) {
            return Adam.builder().learningRateSchedule(schedule).build();
        }
    },
    /** Adam with Nesterov momentum (Dozat 2016). */
    NADAM {
        @Override
        IUpdater updater(ISchedule schedule) {
            return new NesterovAdam(schedule);
        }
    },
    /** Adam whose steps never grow (Reddi et al. 2018). */
    AMSGRAD {
        @Override
        IUpdater updater(ISchedule schedule) {
            return AMSGrad.builder().learningRateSchedule(schedule).build();
        }
    },
    /** Gradients over the root of their running mean square (Hinton 2012). */
    RMSPROP {
        @Override
        IUpdater updater(ISchedule schedule) {
            return RmsProp.builder().learningRateSchedule(schedule).build();
        }
    },
    /** Stochastic gradient descent with Nesterov momentum of 0.9. */
    SGD {
        @Override
        IUpdater updater(ISchedule schedule) {
            return Nesterovs.builder()
                    .learningRateSchedule(schedule)
                    .momentum(0.9)
                    .build();
        }
    };

    abstract IUpdater updater(ISchedule schedule);
}
