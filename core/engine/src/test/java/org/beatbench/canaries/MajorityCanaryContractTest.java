package org.beatbench.canaries;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

class MajorityCanaryContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new MajorityCanary();
    }

    @Override
    protected boolean looksAtSamples() {
        return false;
    }
}
