package org.beatbench.deep;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;
import org.beatbench.deep.kernel.TimePooling;

class ResNetContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new ResNetProvider();
    }

    /** A small network, since the toy beats are few. */
    @Override
    protected Record settings() {
        return new ResNetSettings("8 8", 5, 3, false, TimePooling.MEAN_MAX, false, 0.2, QuickTraining.settings());
    }
}
