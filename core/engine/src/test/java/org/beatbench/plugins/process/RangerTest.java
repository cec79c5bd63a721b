package org.beatbench.plugins.process;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The example in R keeps the contract; {@code BEATBENCH_RSCRIPT} names an Rscript that has ranger. */
@EnabledIfEnvironmentVariable(named = "BEATBENCH_RSCRIPT", matches = ".+")
class RangerTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return Examples.with("ranger", "BEATBENCH_RSCRIPT");
    }
}
