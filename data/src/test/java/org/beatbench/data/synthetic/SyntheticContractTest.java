package org.beatbench.data.synthetic;

import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.contract.PerturbableContract;

class SyntheticContractTest extends PerturbableContract {

    @Override
    protected PerturbableProvider<?> provider() {
        return new SyntheticProvider();
    }
}
