package org.beatbench.data.records;

import java.nio.file.Path;
import java.util.Objects;
import org.beatbench.api.Cancellation;
import org.beatbench.api.DatasetContext;
import org.beatbench.api.Progress;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.contract.PerturbableContract;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "BEATBENCH_DATA", matches = ".+")
class MitdbPerturbationRealTest extends PerturbableContract {

    @Override
    protected PerturbableProvider<?> provider() {
        return new MitdbProvider();
    }

    @Override
    protected DatasetContext context() {
        Path data = Path.of(Objects.requireNonNull(System.getenv("BEATBENCH_DATA")));
        return new DatasetContext(data, Progress.NONE, Cancellation.NEVER);
    }
}
