package org.beatbench.data.records;

import java.nio.file.Path;
import java.util.Objects;
import org.beatbench.api.perturbation.PerturbableProvider;
import org.beatbench.contract.PerturbableContract;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "BEATBENCH_DATA", matches = ".+")
class MitdbContractRealTest extends PerturbableContract {

    @Override
    protected PerturbableProvider<?> provider() {
        return new MitdbProvider();
    }

    @Override
    protected Path data(Path empty) {
        return Path.of(Objects.requireNonNull(System.getenv("BEATBENCH_DATA")));
    }
}
