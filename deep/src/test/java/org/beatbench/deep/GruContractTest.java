package org.beatbench.deep;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

class GruContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new GruProvider();
    }
}
