package org.beatbench.classical;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

final class LogisticRegressionContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new LogisticRegressionProvider();
    }
}
