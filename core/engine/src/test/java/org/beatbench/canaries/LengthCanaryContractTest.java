package org.beatbench.canaries;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

class LengthCanaryContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new LengthCanary();
    }

    @Override
    protected boolean looksAtSamples() {
        return false;
    }
}
