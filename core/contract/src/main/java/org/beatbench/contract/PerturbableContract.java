package org.beatbench.contract;

import org.beatbench.api.perturbation.PerturbableProvider;

/** What every data set must do that can be disturbed: the {@link DatasetContract}, which sees it, and no less. */
public abstract class PerturbableContract extends DatasetContract {

    @Override
    protected abstract PerturbableProvider<?> provider();
}
