package org.beatbench.deep;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

class ResNetContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new ResNetProvider();
    }
}
