package org.beatbench.deep;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

class LstmContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new LstmProvider();
    }

    /** A small network, since the toy beats are few. */
    @Override
    protected Record settings() {
        return new LstmSettings(
                new RecurrentSettings(8, 12, 1, true, StatePooling.MEAN_MAX, false, 0.2, QuickTraining.settings()),
                false);
    }
}
