package org.beatbench.canaries;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

class PriorCanaryContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new PriorCanary();
    }

    @Override
    protected boolean looksAtSamples() {
        return false;
    }
}
