package org.beatbench.data.synthetic;

import java.nio.file.Path;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.contract.PerturbableContract;

class SyntheticPerturbationTest extends PerturbableContract {

    @Override
    protected PerturbableProvider<?> provider() {
        return new SyntheticProvider();
    }

    @Override
    protected DatasetContext context() {
        return new DatasetContext(Path.of("nowhere"), Progress.NONE, Cancellation.NEVER);
    }
}
