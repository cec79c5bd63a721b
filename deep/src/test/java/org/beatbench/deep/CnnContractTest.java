package org.beatbench.deep;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;
import org.beatbench.deep.kernel.TimePooling;

class CnnContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new CnnProvider();
    }

    /** A small network, since the toy beats are few. */
    @Override
    protected Record settings() {
        return new CnnSettings("8 16", 5, false, TimePooling.FLATTEN, 16, false, 0.2, false, QuickTraining.settings());
    }
}
