package org.beatbench.plugins.process;

import org.beatbench.api.ClassifierProvider;
import org.beatbench.contract.ClassifierContract;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The example in Python keeps the contract; {@code BEATBENCH_PYTHON} names a Python that has scikit-learn. */
@EnabledIfEnvironmentVariable(named = "BEATBENCH_PYTHON", matches = ".+")
class SklearnForestTest extends ClassifierContract {

    @Override
    protected ClassifierProvider<?> provider() {
        return Examples.with("sklearn-forest", "BEATBENCH_PYTHON");
    }
}
