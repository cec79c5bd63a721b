package org.beatbench.canaries;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

class TwinCanaryContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new TwinCanary();
    }
}
