package org.beatbench.classical;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;

final class DecisionTreeContractTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return new DecisionTreeProvider();
    }
}
